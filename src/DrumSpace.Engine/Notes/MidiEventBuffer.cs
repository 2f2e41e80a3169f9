namespace DrumSpace.Engine.Notes;

/// <summary>
/// The events of one block, in the order in which they are added; bounded, and what does not fit is dropped and counted.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw; the room is made by the constructor.</remarks>
internal sealed class MidiEventBuffer(int capacity)
{
    private readonly MidiEvent[] _events = new MidiEvent[capacity];
    private readonly NoteSource[] _sources = new NoteSource[capacity];
    private int _count;

    /// <summary>The number of events that a block can hold.</summary>
    public int Capacity => _events.Length;

    /// <summary>How many more events fit.</summary>
    public int Free => _events.Length - _count;

    /// <summary>The events of the block.</summary>
    public ReadOnlySpan<MidiEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Who plays each of the events.</summary>
    public ReadOnlySpan<NoteSource> Sources => _sources.AsSpan(0, _count);

    /// <summary>Notes dropped since the buffer was made.</summary>
    public long Dropped { get; private set; }

    /// <summary>Begins a block.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds an event.</summary>
    /// <param name="midiEvent">The event.</param>
    /// <param name="source">Who plays it.</param>
    /// <returns>False when it was dropped.</returns>
    public bool Add(MidiEvent midiEvent, NoteSource source)
    {
        if (_count == _events.Length)
        {
            Drop();
            return false;
        }

        _sources[_count] = source;
        _events[_count++] = midiEvent;
        return true;
    }

    /// <summary>Counts a note that was not even tried.</summary>
    public void Drop() => Dropped++;
}
