namespace DrumSpace.RealTime;

/// <summary>
/// Hands the newest finished item from one writer thread to one reader thread, wait-free: of three items made in advance the writer owns
/// one, the reader owns one, and the third lies between them. The reader never sees an item that is half written.
/// </summary>
/// <typeparam name="T">What is handed over; written over again and again.</typeparam>
/// <remarks>Both sides may be audio threads: nothing waits, locks or allocates after construction.</remarks>
public sealed class TripleBuffer<T>
    where T : class
{
    // The index of the item between the two sides, with FreshBit set while the reader has not taken it.
    private const int FreshBit = 4;
    private readonly T[] _items;
    private int _between = 1;
    private int _writing;
    private int _reading = 2;

    /// <summary>Makes a buffer of three items.</summary>
    /// <param name="make">Called three times.</param>
    public TripleBuffer(Func<T> make) => _items = [make(), make(), make()];

    /// <summary>The item that the writer fills next. Writer thread only.</summary>
    public T Writing => _items[_writing];

    /// <summary>The item that the reader holds. Reader thread only.</summary>
    public T Reading => _items[_reading];

    /// <summary>Whether an item that the reader has not taken is waiting. Any thread.</summary>
    public bool HasFresh => (Volatile.Read(ref _between) & FreshBit) != 0;

    /// <summary>Publishes <see cref="Writing"/>; an item published before and not yet taken is dropped. Writer thread only.</summary>
    public void Publish() => _writing = Interlocked.Exchange(ref _between, _writing | FreshBit) & ~FreshBit;

    /// <summary>Takes the newest published item into <see cref="Reading"/>. Reader thread only.</summary>
    /// <returns>False when nothing was published since the last call.</returns>
    public bool TryTake()
    {
        if (!HasFresh)
        {
            return false;
        }

        _reading = Interlocked.Exchange(ref _between, _reading) & ~FreshBit;
        return true;
    }
}
