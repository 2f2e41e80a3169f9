using DrumSpace.Engine;

namespace DrumSpace.Plugin.Incoming;

/// <summary>
/// The messages of the coming block in order of their frames; of equal frames, in the order in which they came. Bounded: what does not fit
/// is dropped, and the block knows it.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw; the room is made by the constructor.</remarks>
internal sealed class IncomingMidi
{
    /// <summary>The messages that a block takes: more than a MIDI cable carries in a third of a second.</summary>
    public const int Capacity = 384;

    private readonly MidiEvent[] _events = new MidiEvent[Capacity];

    /// <summary>The number of messages.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a message found no room: a note-off may be lost.</summary>
    public bool HasOverflown { get; private set; }

    /// <summary>A message.</summary>
    /// <param name="number">0 to <see cref="Count"/> - 1.</param>
    public MidiEvent this[int number] => _events[number];

    /// <summary>Adds a message.</summary>
    /// <param name="midi">Its frame may be any number.</param>
    public void Add(in MidiEvent midi)
    {
        if (Count == Capacity)
        {
            HasOverflown = true;
            return;
        }

        int place = Count++;
        for (; place > 0 && _events[place - 1].Frame > midi.Frame; place--)
        {
            _events[place] = _events[place - 1];
        }

        _events[place] = midi;
    }

    /// <summary>Forgets the block.</summary>
    public void Clear()
    {
        Count = 0;
        HasOverflown = false;
    }
}
