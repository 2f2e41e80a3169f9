namespace DrumSpace.Music;

/// <summary>
/// Hands the newest finished beat from one writer thread to one reader thread, wait-free: three beats made in advance, of which the
/// writer owns one, the reader owns one, and the third lies between them. Neither side ever waits, locks or allocates, and the reader
/// never sees a beat that is half written. (The triple buffer, as known from graphics.)
/// </summary>
public sealed class BeatExchange
{
    // The index of the beat between the two sides, with FreshBit set while the reader has not yet taken it.
    private const int FreshBit = 4;
    private readonly Beat[] _beats = [new(), new(), new()];
    private int _between = 1;
    private int _writing;
    private int _reading = 2;

    /// <summary>The beat that the writer fills next. Writer thread only.</summary>
    public Beat Writing => _beats[_writing];

    /// <summary>The beat that the reader holds. Reader thread only.</summary>
    public Beat Reading => _beats[_reading];

    /// <summary>Whether a beat that the reader has not seen is waiting. Any thread.</summary>
    public bool HasFresh => (Volatile.Read(ref _between) & FreshBit) != 0;

    /// <summary>Publishes <see cref="Writing"/>; a beat published before and not yet taken is dropped. Writer thread only.</summary>
    public void Publish() => _writing = Interlocked.Exchange(ref _between, _writing | FreshBit) & ~FreshBit;

    /// <summary>Takes the newest published beat into <see cref="Reading"/>. Reader thread only.</summary>
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
