using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// What the host's events say to the core. Audio thread: no allocation, no lock, no wait. Notes of CLAP are taken as MIDI notes; one that
/// means any channel is of the first.
/// </summary>
internal sealed unsafe partial class ClapEffect
{
    private bool Concerns(ClapEventHeader* header) => header->Type switch
    {
        ClapEventType.ParamValue or ClapEventType.ParamMod => header->Size >= sizeof(ClapEventParam),
        ClapEventType.Transport => header->Size >= sizeof(ClapEventTransport),
        ClapEventType.Midi => header->Size >= sizeof(ClapEventMidi),
        ClapEventType.NoteOn or ClapEventType.NoteOff or ClapEventType.NoteChoke => header->Size >= sizeof(ClapEventNote),
        ClapEventType.MidiSysex => _core.IsPassing,
        _ => false,
    };

    private void Take(ClapEventHeader* header)
    {
        switch (header->Type)
        {
            case ClapEventType.Midi:
                ClapEventMidi* midi = (ClapEventMidi*)header;
                _core.QueueMidi(new MidiEvent(0, midi->Data[0], midi->Data[1], midi->Data[2]));
                break;
            case ClapEventType.NoteOn or ClapEventType.NoteOff or ClapEventType.NoteChoke:
                TakeNote(*(ClapEventNote*)header);
                break;
            case ClapEventType.ParamValue:
                TakeValue(*(ClapEventParam*)header);
                break;
            case ClapEventType.ParamMod:
                TakeModulation(*(ClapEventParam*)header);
                break;
            case ClapEventType.MidiSysex:
                _output.Pass(header);
                break;
        }
    }

    private void TakeNote(in ClapEventNote note)
    {
        bool isOn = note.Header.Type == ClapEventType.NoteOn;
        if (note.Key is < 0 or > 127 || note.Channel is < -1 or > 15)
        {
            return;
        }

        // A note-on of velocity 0 would be a note-off to MIDI.
        double loudness = double.IsNaN(note.Velocity) ? 0 : Math.Round(Math.Clamp(note.Velocity, 0, 1) * 127);
        int velocity = Math.Max((int)loudness, isOn ? 1 : 0);
        int status = (isOn ? 0x90 : 0x80) | Math.Max((int)note.Channel, 0);
        _core.QueueMidi(new MidiEvent(0, (byte)status, (byte)note.Key, (byte)velocity));
    }

    private void TakeValue(in ClapEventParam param)
    {
        if (param.ParamId < ParameterTable.Count && !double.IsNaN(param.Value))
        {
            int index = (int)param.ParamId;
            _core.SetByHost(index, Normalized(index, param.Value));
            _told.Told(index, _core.Parameters[index]);
        }
    }

    // An amount for a single note means nothing here: no voice of the plugin belongs to a note of the host.
    private void TakeModulation(in ClapEventParam param)
    {
        bool isForAll = param is { NoteId: -1, Port: <= 0, Channel: -1, Key: -1 };
        if (isForAll && param.ParamId < ParameterTable.Count && double.IsFinite(param.Value) && IsModulatable((int)param.ParamId))
        {
            _core.Parameters.Modulate((int)param.ParamId, (float)param.Value);
        }
    }
}
