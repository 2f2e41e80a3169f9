using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>Adds events and parameter values to the host's lists: notes as notes, all other messages as what VST 3 has for them.</summary>
/// <remarks>Audio thread. Does not allocate, lock or wait.</remarks>
internal sealed unsafe class Vst3Output(ErrorCounters errors) : FormatOutput(errors)
{
    private Vst3EventList* _events;
    private Vst3ParameterChanges* _changes;

    /// <summary>Begins a block, or a flush of no frames. Lists that are null accept nothing.</summary>
    public void Begin(Vst3EventList* events, Vst3ParameterChanges* changes, int frames)
    {
        _events = events;
        _changes = changes;
        Begin(frames);
    }

    /// <summary>Notifies the host, at the block's last frame, of a parameter that moved without it.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="value">0 to 1.</param>
    /// <returns>Whether the host accepted it.</returns>
    public bool AddParameter(uint id, double value)
    {
        int index;
        Vst3ParamValueQueue* queue = _changes == null ? null : _changes->Vtbl->AddParameterData(_changes, &id, &index);
        return queue != null && queue->Vtbl->AddPoint(queue, LastFrame, value, &index) == Vst3Result.Ok;
    }

    /// <inheritdoc/>
    protected override bool Push(in MidiEvent midi, int frame)
    {
        if (_events == null)
        {
            return false;
        }

        Vst3Event written = ToEvent(midi);
        written.SampleOffset = frame;
        return _events->Vtbl->AddEvent(_events, &written) == Vst3Result.Ok;
    }

    private static Vst3Event ToEvent(in MidiEvent midi)
    {
        short channel = (short)(midi.Status & 0x0F);
        if (!MidiStatus.IsNote(midi.Status))
        {
            return new Vst3Event { Type = Vst3EventType.LegacyMidiCCOut, MidiCCOut = ToMessage(midi, (byte)channel) };
        }

        float velocity = midi.Data2 / 127f;
        return MidiStatus.IsNoteOff(midi)
            ? new Vst3Event
            {
                Type = Vst3EventType.NoteOff,
                NoteOff = new Vst3NoteOff { Channel = channel, Pitch = midi.Data1, Velocity = velocity, NoteId = -1 },
            }
            : new Vst3Event
            {
                Type = Vst3EventType.NoteOn,
                NoteOn = new Vst3NoteOn { Channel = channel, Pitch = midi.Data1, Velocity = velocity, NoteId = -1 },
            };
    }

    private static Vst3LegacyMidiCCOut ToMessage(in MidiEvent midi, byte channel)
    {
        (int number, byte value, byte value2) = MidiStatus.Of(midi.Status) switch
        {
            MidiStatus.PitchBend => (Vst3Controller.PitchBend, midi.Data1, midi.Data2),
            MidiStatus.ChannelPressure => (Vst3Controller.AfterTouch, midi.Data1, (byte)0),
            MidiStatus.Program => (Vst3Controller.ProgramChange, midi.Data1, (byte)0),
            MidiStatus.KeyPressure => (Vst3Controller.PolyPressure, midi.Data1, midi.Data2),
            _ => (midi.Data1, midi.Data2, (byte)0),
        };
        return new Vst3LegacyMidiCCOut { ControlNumber = (byte)number, Channel = channel, Value = value, Value2 = value2 };
    }
}
