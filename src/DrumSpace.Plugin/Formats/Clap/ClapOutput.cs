using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>Pushes events to the host in its dialect.</summary>
/// <remarks>The thread of process or flush. Does not allocate, lock or wait.</remarks>
internal sealed unsafe class ClapOutput(ErrorCounters errors) : FormatOutput(errors)
{
    private ClapOutputEvents* _target;

    /// <summary>Whether the host takes MIDI; if not, it gets CLAP's notes.</summary>
    public bool TakesMidi { get; set; }

    /// <summary>Begins a block, or a flush of no frames. A target of null accepts nothing.</summary>
    public void Begin(ClapOutputEvents* target, int frames)
    {
        _target = target;
        Begin(frames);
    }

    /// <summary>Passes an event of the host on as it is; what it points to is the host's.</summary>
    public void Pass(ClapEventHeader* header)
    {
        if (!Push(header))
        {
            CountRefusal();
        }
    }

    /// <summary>Notifies the host, at the block's last frame, of a parameter that moved without it.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="value">Its plain value.</param>
    /// <param name="isByHand">Whether a hand moved it; the host must not record what moved by something else.</param>
    /// <returns>Whether the host accepted it.</returns>
    public bool AddParameter(uint id, double value, bool isByHand)
    {
        ClapEventParam param = new()
        {
            Header = Header(sizeof(ClapEventParam), ClapEventType.ParamValue, (uint)LastFrame),
            ParamId = id,
            NoteId = -1,
            Port = -1,
            Channel = -1,
            Key = -1,
            Value = value,
        };
        param.Header.Flags = isByHand ? ClapEventFlags.None : ClapEventFlags.DontRecord;
        return Push(&param.Header);
    }

    /// <summary>Tells the host, at the block's last frame, that a hand takes a parameter or lets it go.</summary>
    /// <returns>Whether the host accepted it.</returns>
    public bool AddGesture(bool begins, uint id)
    {
        ClapEventType type = begins ? ClapEventType.ParamGestureBegin : ClapEventType.ParamGestureEnd;
        ClapEventParamGesture gesture = new() { Header = Header(sizeof(ClapEventParamGesture), type, (uint)LastFrame), ParamId = id };
        return Push(&gesture.Header);
    }

    /// <inheritdoc/>
    protected override bool Push(in MidiEvent midi, int frame) => !TakesMidi && MidiStatus.IsNote(midi.Status)
        ? PushNote(midi, (uint)frame, MidiStatus.IsNoteOff(midi))
        : PushMidi(midi, (uint)frame);

    private bool PushMidi(in MidiEvent midi, uint frame)
    {
        ClapEventMidi message = new() { Header = Header(sizeof(ClapEventMidi), ClapEventType.Midi, frame) };
        message.Data[0] = midi.Status;
        message.Data[1] = midi.Data1;
        message.Data[2] = midi.Data2;
        return Push(&message.Header);
    }

    private bool PushNote(in MidiEvent midi, uint frame, bool isOff)
    {
        ClapEventNote note = new()
        {
            Header = Header(sizeof(ClapEventNote), isOff ? ClapEventType.NoteOff : ClapEventType.NoteOn, frame),
            NoteId = -1,
            Channel = (short)(midi.Status & 0x0F),
            Key = midi.Data1,
            Velocity = midi.Data2 / 127.0,
        };
        return Push(&note.Header);
    }

    private bool Push(ClapEventHeader* header) => _target != null && _target->TryPush != null && _target->TryPush(_target, header) != 0;

    private static ClapEventHeader Header(int size, ClapEventType type, uint frame) =>
        new() { Size = (uint)size, Time = frame, Space = ClapEventHeader.CoreSpace, Type = type };
}
