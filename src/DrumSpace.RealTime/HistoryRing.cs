using System.Diagnostics;
using System.Numerics;

namespace DrumSpace.RealTime;

/// <summary>
/// Keeps the newest items of one writer for readers on other threads; the oldest are overwritten. The writer announces how far it may
/// write before it writes, and publishes how far it has written afterwards. A reader copies the items and then checks the announcement:
/// items that may have been overwritten during the copy are left out. No thread waits.
/// </summary>
/// <typeparam name="T">Plain data.</typeparam>
/// <remarks>
/// <see cref="Begin"/>, <see cref="Add"/> and <see cref="End"/>: one thread, which may be the audio thread; wait-free, no allocation.
/// <see cref="Read"/>: any number of other threads.
/// </remarks>
public sealed class HistoryRing<T>
    where T : unmanaged
{
    private readonly T[] _items;
    private readonly int _mask;
    private long _announced;
    private long _written;
    private long _time;
    private long _next;

    /// <summary>Makes a ring.</summary>
    /// <param name="capacity">The number of items that it keeps: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a power of two.</exception>
    public HistoryRing(int capacity)
    {
        if (!BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be a power of two.");
        }

        _items = new T[capacity];
        _mask = capacity - 1;
    }

    /// <summary>The number of items that it keeps: the room that <see cref="Read"/> needs.</summary>
    public int Capacity => _items.Length;

    /// <summary>Begins to write.</summary>
    /// <param name="max">The most items that will be added before <see cref="End"/>.</param>
    public void Begin(int max)
    {
        // A full barrier: a reader that sees one of the items also sees the announcement.
        Interlocked.Exchange(ref _announced, _next + max);
    }

    /// <summary>Adds an item and overwrites the oldest.</summary>
    public void Add(in T item)
    {
        Debug.Assert(_next < _announced, "More items than announced: a reader would take overwritten ones for whole.");
        _items[_next++ & _mask] = item;
    }

    /// <summary>Ends writing: readers see what was added.</summary>
    /// <param name="time">The time up to which the items are complete, in the writer's units.</param>
    public void End(long time)
    {
        Volatile.Write(ref _written, _next);
        Volatile.Write(ref _time, time);
    }

    /// <summary>Copies the items, oldest first.</summary>
    /// <param name="into">Room for <see cref="Capacity"/> items.</param>
    /// <param name="time">The time up to which they are complete; there may be later ones.</param>
    /// <returns>The part of the room that holds them.</returns>
    public Span<T> Read(Span<T> into, out long time)
    {
        time = Volatile.Read(ref _time);
        long end = Volatile.Read(ref _written);
        long start = Math.Max(0, end - _items.Length);
        for (long number = start; number < end; number++)
        {
            into[(int)(number - start)] = _items[number & _mask];
        }

        // The copy is complete before the announcement is read.
        Interlocked.MemoryBarrier();
        long lost = Math.Clamp(Volatile.Read(ref _announced) - _items.Length - start, 0, end - start);
        return into[(int)lost..(int)(end - start)];
    }
}
