namespace DrumSpace.Engine.Capture;

/// <summary>
/// The newest records of what was heard, kept by one writer for readers on other threads. The writer announces how far it may write before
/// it writes, and how far it has written after; who copies the ring and then looks at the announcement knows which of the copied records
/// may have been written over meanwhile, and leaves those out. Nobody waits for anybody.
/// </summary>
/// <remarks><see cref="Begin"/>, <see cref="Add"/> and <see cref="End"/>: audio thread; wait-free, no allocation, nothing throws.
/// <see cref="Read"/>: any other thread, any number of them.</remarks>
internal sealed class HeardRing
{
    private readonly long[] _words;
    private readonly int _mask;
    private long _announced;
    private long _written;
    private long _now;
    private long _next;

    /// <summary>Makes a ring.</summary>
    /// <param name="capacity">The records that it holds: a power of two.</param>
    public HeardRing(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(System.Numerics.BitOperations.PopCount((uint)capacity), 1, nameof(capacity));
        _words = new long[capacity];
        _mask = capacity - 1;
    }

    /// <summary>Begins to write.</summary>
    /// <param name="most">The most records that will be added before <see cref="End"/>.</param>
    public void Begin(int most)
    {
        // A full barrier: no record is seen by a reader that does not see the announcement too.
        Interlocked.Exchange(ref _announced, _next + most);
    }

    /// <summary>Adds a record; the oldest goes.</summary>
    public void Add(CaptureEvent record) => Volatile.Write(ref _words[_next++ & _mask], record.Word);

    /// <summary>Ends writing.</summary>
    /// <param name="now">Up to which tick of the line everything is there.</param>
    public void End(long now)
    {
        Volatile.Write(ref _written, _next);
        Volatile.Write(ref _now, now);
    }

    /// <summary>The records that it holds at most: the room that <see cref="Read"/> needs.</summary>
    public int Capacity => _words.Length;

    /// <summary>Copies what is there, in order.</summary>
    /// <param name="into">Room for <see cref="Capacity"/> records.</param>
    /// <param name="now">Up to which tick of the line everything is there.</param>
    /// <returns>The part of the room that has them.</returns>
    public Span<CaptureEvent> Read(Span<CaptureEvent> into, out long now)
    {
        now = Volatile.Read(ref _now);
        long end = Volatile.Read(ref _written);
        long start = Math.Max(0, end - _words.Length);
        for (long number = start; number < end; number++)
        {
            into[(int)(number - start)] = new CaptureEvent(Volatile.Read(ref _words[number & _mask]));
        }

        Interlocked.MemoryBarrier();
        long lost = Math.Clamp(Volatile.Read(ref _announced) - _words.Length - start, 0, end - start);
        return into[(int)lost..(int)(end - start)];
    }
}
