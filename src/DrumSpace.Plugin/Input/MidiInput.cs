using DrumSpace.Engine;

namespace DrumSpace.Plugin.Input;

/// <summary>The MIDI messages of the coming block, ordered by frame; messages of one frame keep the order in which they came.</summary>
/// <remarks>
/// Audio thread, or any thread while the host does not process. Does not allocate, block or throw; messages over the capacity are lost.
/// </remarks>
internal sealed class MidiInput
{
    /// <summary>The messages that a block can have: more than a MIDI cable carries in a third of a second.</summary>
    public const int Capacity = 384;

    private readonly MidiEvent[] _events = new MidiEvent[Capacity];

    /// <summary>The number of messages.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a message was dropped; it may have been a note-off.</summary>
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

        int index = Count++;
        for (; index > 0 && _events[index - 1].Frame > midi.Frame; index--)
        {
            _events[index] = _events[index - 1];
        }

        _events[index] = midi;
    }

    /// <summary>Removes all messages.</summary>
    public void Clear()
    {
        Count = 0;
        HasOverflown = false;
    }
}
