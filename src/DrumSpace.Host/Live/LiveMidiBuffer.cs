namespace DrumSpace.Host.Live;

/// <summary>MIDI messages of a block, of any length, in preallocated memory.</summary>
/// <remarks>One thread at a time. Nothing but the constructor allocates; nothing locks. What does not fit is dropped and counted.</remarks>
public sealed class LiveMidiBuffer
{
    private readonly byte[] _bytes;
    private readonly Entry[] _entries;
    private int _byteCount;

    /// <summary>Makes a buffer.</summary>
    /// <param name="messages">The most messages of a block.</param>
    /// <param name="bytes">The most bytes of a block.</param>
    public LiveMidiBuffer(int messages = 4096, int bytes = 32768)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(messages);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        _entries = new Entry[messages];
        _bytes = new byte[bytes];
    }

    /// <summary>The number of messages.</summary>
    public int Count { get; private set; }

    /// <summary>The number of messages that were lost since the buffer was made: they did not fit here, or later (<see cref="CountDropped"/>).</summary>
    public long Dropped { get; private set; }

    /// <summary>Removes all messages.</summary>
    public void Clear() => (Count, _byteCount) = (0, 0);

    /// <summary>Appends a message.</summary>
    /// <param name="frame">The frame in the block, from 0.</param>
    /// <param name="message">A whole message from its status byte on: no running status; system exclusive with its F7.</param>
    /// <returns>False if it was dropped: empty, or the buffer is full.</returns>
    public bool Add(int frame, ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty || Count == _entries.Length || message.Length > _bytes.Length - _byteCount)
        {
            Dropped++;
            return false;
        }

        message.CopyTo(_bytes.AsSpan(_byteCount));
        _entries[Count++] = new Entry(frame, _byteCount, message.Length);
        _byteCount += message.Length;
        return true;
    }

    /// <summary>Counts a message that the system did not take.</summary>
    public void CountDropped() => Dropped++;

    /// <summary>A message's frame in the block.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The frame, from 0.</returns>
    public int FrameOf(int index) => _entries.AsSpan(0, Count)[index].Frame;

    /// <summary>A message's bytes, from its status byte on. Valid until <see cref="Clear"/>.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>At least one byte.</returns>
    public ReadOnlySpan<byte> BytesOf(int index)
    {
        Entry entry = _entries.AsSpan(0, Count)[index];
        return _bytes.AsSpan(entry.Start, entry.Length);
    }

    /// <summary>Sorts by frame; messages of one frame keep their order. Fast where they are nearly sorted.</summary>
    public void Sort()
    {
        for (int next = 1; next < Count; next++)
        {
            Entry entry = _entries[next];
            int place = next;
            for (; place > 0 && _entries[place - 1].Frame > entry.Frame; place--)
            {
                _entries[place] = _entries[place - 1];
            }

            _entries[place] = entry;
        }
    }

    private readonly record struct Entry(int Frame, int Start, int Length);
}
