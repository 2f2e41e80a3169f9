using DrumSpace.Engine;

namespace DrumSpace.Plugin.Input;

/// <summary>The MIDI messages of the coming block, ordered by frame; messages of one frame keep the order in which they came.</summary>
/// <remarks>Audio thread, or any thread while the host does not process. Does not allocate, block or throw.</remarks>
internal sealed class MidiInput
{
    /// <summary>The messages that a block can have: as many as a MIDI cable carries in a second.</summary>
    public const int Capacity = 1024;

    /// <summary>The part of <see cref="Capacity"/> that is kept for releases.</summary>
    public const int ReservedForReleases = 256;

    private readonly MidiEvent[] _events = new MidiEvent[Capacity];

    /// <summary>The number of messages.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a release was dropped: what is down must end with the block.</summary>
    public bool HasLostRelease { get; private set; }

    /// <summary>A message.</summary>
    /// <param name="number">0 to <see cref="Count"/> - 1.</param>
    public MidiEvent this[int number] => _events[number];

    /// <summary>Adds a message.</summary>
    /// <param name="midi">Its frame may be any number.</param>
    /// <returns>False when there is no room: the message is dropped.</returns>
    public bool Add(in MidiEvent midi)
    {
        bool isRelease = IsRelease(midi);
        if (Count >= (isRelease ? Capacity : Capacity - ReservedForReleases))
        {
            HasLostRelease |= isRelease;
            return false;
        }

        int index = Count++;
        for (; index > 0 && _events[index - 1].Frame > midi.Frame; index--)
        {
            _events[index] = _events[index - 1];
        }

        _events[index] = midi;
        return true;
    }

    /// <summary>Removes all messages.</summary>
    public void Clear()
    {
        Count = 0;
        HasLostRelease = false;
    }

    // A controller below 64 may lift a pedal or a button.
    private static bool IsRelease(in MidiEvent midi) => MidiStatus.Of(midi.Status) switch
    {
        MidiStatus.NoteOff => true,
        MidiStatus.NoteOn => midi.Data2 == 0,
        MidiStatus.Controller => midi.Data2 < 64 || ChannelMode.Is(midi.Data1),
        _ => false,
    };
}
