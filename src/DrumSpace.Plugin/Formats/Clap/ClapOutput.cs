using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// Hands events to the host in its dialect. Should the host refuse a note-off, it comes again with the next block, because a lost one
/// would hang. Audio thread; no allocation, no wait.
/// </summary>
internal sealed unsafe class ClapOutput(ErrorCounters errors) : MidiSink
{
    // More notes than all drums and a melody have at once.
    private const int MostRefused = 64;

    private readonly MidiEvent[] _refused = new MidiEvent[MostRefused];
    private int _refusedCount;
    private ClapOutputEvents* _target;
    private int _lastFrame;

    /// <summary>Whether the host takes MIDI; else it gets notes.</summary>
    public bool TakesMidi { get; set; }

    /// <summary>The frame at which the slice that is being played begins.</summary>
    public int SliceStart { get; set; }

    /// <summary>Begins a block.</summary>
    /// <param name="target">The host's list; null takes nothing.</param>
    /// <param name="frames">The block's length.</param>
    public void Begin(ClapOutputEvents* target, int frames)
    {
        _target = target;
        _lastFrame = Math.Max(frames - 1, 0);
        SliceStart = 0;
        int count = _refusedCount;
        _refusedCount = 0;
        for (int number = 0; number < count; number++)
        {
            Add(_refused[number]);
        }
    }

    /// <inheritdoc/>
    public override void Add(in MidiEvent midi)
    {
        uint frame = (uint)Math.Min(SliceStart + midi.Frame, _lastFrame);
        int kind = midi.Status & 0xF0;
        bool isOff = kind == 0x80 || (kind == 0x90 && midi.Data2 == 0);
        bool taken = TakesMidi || kind is not (0x80 or 0x90) ? PushMidi(midi, frame) : PushNote(midi, frame, isOff);
        if (taken)
        {
            return;
        }

        errors.Count(Error.EventOverflow);
        if (isOff && _refusedCount < MostRefused)
        {
            _refused[_refusedCount++] = midi with { Frame = 0 };
        }
    }

    /// <summary>Passes an event of the host's own on, as it is; whatever it points to is the host's.</summary>
    /// <param name="header">The event.</param>
    public void Pass(ClapEventHeader* header)
    {
        if (!Push(header))
        {
            errors.Count(Error.EventOverflow);
        }
    }

    /// <summary>Tells the host that a parameter moved without it, at the block's last frame; not to be recorded.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the host took it.</returns>
    public bool AddParameter(uint id, double value)
    {
        ClapEventParam told = new()
        {
            Header = Header(sizeof(ClapEventParam), ClapEventType.ParamValue, (uint)_lastFrame),
            ParamId = id,
            NoteId = -1,
            Port = -1,
            Channel = -1,
            Key = -1,
            Value = value,
        };
        told.Header.Flags = ClapEventFlags.DontRecord;
        return Push(&told.Header);
    }

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
