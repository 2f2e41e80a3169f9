using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// Passes the host's events on to the core. CLAP's notes become MIDI notes: a note-on for any channel is on channel 1; a note-off or choke
/// ends the notes that match its channel and key, whatever its note id.
/// </summary>
/// <remarks>The thread of process or flush. Does not allocate, lock or wait.</remarks>
internal sealed unsafe class ClapEventReader(PluginCore core, FormatProcessor processor, ClapOutput output)
{
    /// <summary>The number of events in a list; 0 without a list.</summary>
    public static uint Count(ClapInputEvents* events) =>
        events == null || events->Size == null || events->Get == null ? 0 : events->Size(events);

    /// <summary>Reads an event.</summary>
    /// <param name="events">A list with events.</param>
    /// <param name="number">Its number in the list.</param>
    /// <returns>The event; null if it has no meaning for the plugin.</returns>
    public ClapEventHeader* Get(ClapInputEvents* events, uint number)
    {
        ClapEventHeader* header = events->Get(events, number);
        return header != null && header->Space == ClapEventHeader.CoreSpace && IsRelevant(*header) ? header : null;
    }

    /// <summary>Passes an event from <see cref="Get"/> on, unless it is of the transport.</summary>
    public void Handle(ClapEventHeader* header)
    {
        switch (header->Type)
        {
            case ClapEventType.Midi:
                ClapEventMidi* midi = (ClapEventMidi*)header;
                core.QueueMidi(new MidiEvent(0, midi->Data[0], midi->Data[1], midi->Data[2]));
                break;
            case ClapEventType.NoteOn or ClapEventType.NoteOff or ClapEventType.NoteChoke:
                HandleNote(*(ClapEventNote*)header);
                break;
            case ClapEventType.ParamValue:
                HandleValue(*(ClapEventParam*)header);
                break;
            case ClapEventType.ParamMod:
                HandleModulation(*(ClapEventParam*)header);
                break;
            case ClapEventType.MidiSysex:
                output.Pass(header);
                break;
        }
    }

    private bool IsRelevant(in ClapEventHeader header) => header.Type switch
    {
        ClapEventType.ParamValue or ClapEventType.ParamMod => header.Size >= sizeof(ClapEventParam),
        ClapEventType.Transport => header.Size >= sizeof(ClapEventTransport),
        ClapEventType.Midi => header.Size >= sizeof(ClapEventMidi),
        ClapEventType.NoteOn or ClapEventType.NoteOff or ClapEventType.NoteChoke => header.Size >= sizeof(ClapEventNote),
        ClapEventType.MidiSysex => core.IsPassing,
        _ => false,
    };

    private void HandleNote(in ClapEventNote note)
    {
        if (note.Key is < -1 or > 127 || note.Channel is < -1 or > 15)
        {
            return;
        }

        byte velocity = (byte)(double.IsNaN(note.Velocity) ? 0 : Math.Round(Math.Clamp(note.Velocity, 0, 1) * 127));
        if (note.Header.Type != ClapEventType.NoteOn)
        {
            core.QueueNoteOff(note.Channel, note.Key, velocity);
        }
        else if (note.Key >= 0)
        {
            // In MIDI a note-on of velocity 0 is a note-off.
            int status = MidiStatus.NoteOn | Math.Max((int)note.Channel, 0);
            core.QueueMidi(new MidiEvent(0, (byte)status, (byte)note.Key, Math.Max(velocity, (byte)1)));
        }
    }

    private void HandleValue(in ClapEventParam param)
    {
        if (ClapParams.Exists(param.ParamId) && !double.IsNaN(param.Value))
        {
            processor.SetParameter((int)param.ParamId, PlainValue.ToNormalized((int)param.ParamId, param.Value));
        }
    }

    // An amount for a single note is ignored: no voice of the plugin belongs to a note of the host.
    private void HandleModulation(in ClapEventParam param)
    {
        bool isForAll = param is { NoteId: -1, Port: <= 0, Channel: -1, Key: -1 };
        if (isForAll && ClapParams.Exists(param.ParamId) && double.IsFinite(param.Value) && ClapParams.IsModulatable((int)param.ParamId))
        {
            core.Parameters.Modulate((int)param.ParamId, (float)param.Value);
        }
    }
}
