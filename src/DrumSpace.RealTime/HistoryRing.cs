using System.Numerics;

namespace DrumSpace.RealTime;

/// <summary>
/// Keeps the newest items of one writer for readers on other threads; the oldest are overwritten. The writer announces how far it may
/// write before it writes, and how far it has written after. A reader copies the ring, then looks at the announcement: it tells which of the
/// copied items may have been overwritten meanwhile, and those are left out. Nobody waits.
/// </summary>
/// <typeparam name="T">Plain data.</typeparam>
/// <remarks>
/// <see cref="Begin"/>, <see cref="Add"/> and <see cref="End"/>: one thread, the audio thread included; wait-free, no allocation.
/// <see cref="Read"/>: any other thread, any number of them.
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
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity > 0 && BitOperations.IsPow2(capacity), true, nameof(capacity));
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

    /// <summary>Adds an item; the oldest goes.</summary>
    public void Add(in T item) => _items[_next++ & _mask] = item;

    /// <summary>Ends writing: what was added can be read from here on.</summary>
    /// <param name="time">The time up to which the items are complete, in the writer's units.</param>
    public void End(long time)
    {
        Volatile.Write(ref _written, _next);
        Volatile.Write(ref _time, time);
    }

    /// <summary>Copies the items, oldest first.</summary>
    /// <param name="into">Room for <see cref="Capacity"/> items.</param>
    /// <param name="time">The time of <see cref="End"/> up to which they are complete.</param>
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

        Interlocked.MemoryBarrier();
        long lost = Math.Clamp(Volatile.Read(ref _announced) - _items.Length - start, 0, end - start);
        return into[(int)lost..(int)(end - start)];
    }
}
