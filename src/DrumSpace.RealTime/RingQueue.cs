using System.Numerics;

namespace DrumSpace.RealTime;

/// <summary>A bounded queue from one thread to another.</summary>
/// <typeparam name="T">Plain data.</typeparam>
/// <remarks>
/// <see cref="TryAdd(in T)"/> and <see cref="TryAdd(ReadOnlySpan{T})"/>: one thread. <see cref="TryTake"/> and <see cref="Take"/>: another.
/// Either may be the audio thread: wait-free, no allocation after construction. A full queue refuses; the caller counts.
/// </remarks>
public sealed class RingQueue<T>
    where T : unmanaged
{
    private readonly T[] _items;
    private readonly int _mask;
    private long _added;
    private long _taken;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">The most items that it holds: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a power of two.</exception>
    public RingQueue(int capacity)
    {
        if (!BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be a power of two.");
        }

        _items = new T[capacity];
        _mask = capacity - 1;
    }

    /// <summary>The number of items that wait; it may have changed when it is read.</summary>
    public int Count => (int)(Volatile.Read(ref _added) - Volatile.Read(ref _taken));

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>False if the queue is full.</returns>
    public bool TryAdd(in T item) => TryAdd(new ReadOnlySpan<T>(in item));

    /// <summary>Adds items, all or none.</summary>
    /// <param name="items">The items, oldest first.</param>
    /// <returns>False if there is no room for all.</returns>
    public bool TryAdd(ReadOnlySpan<T> items)
    {
        if (items.Length > _items.Length - (_added - Volatile.Read(ref _taken)))
        {
            return false;
        }

        int start = (int)(_added & _mask);
        int first = Math.Min(items.Length, _items.Length - start);
        items[..first].CopyTo(_items.AsSpan(start));
        items[first..].CopyTo(_items);
        Volatile.Write(ref _added, _added + items.Length);
        return true;
    }

    /// <summary>Takes the oldest item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>False if the queue is empty.</returns>
    public bool TryTake(out T item)
    {
        item = default;
        return Take(new Span<T>(ref item)) == 1;
    }

    /// <summary>Takes the oldest items.</summary>
    /// <param name="into">Room for them.</param>
    /// <returns>How many were taken.</returns>
    public int Take(Span<T> into)
    {
        int count = (int)Math.Min(into.Length, Volatile.Read(ref _added) - _taken);
        int start = (int)(_taken & _mask);
        int first = Math.Min(count, _items.Length - start);
        _items.AsSpan(start, first).CopyTo(into);
        _items.AsSpan(0, count - first).CopyTo(into[first..]);
        Volatile.Write(ref _taken, _taken + count);
        return count;
    }
}
