using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>Passes the host's events on to the core as MIDI. What is no message of a channel is ignored.</summary>
/// <remarks>Audio thread. Does not allocate, lock or wait.</remarks>
internal sealed unsafe class Vst3EventReader(PluginCore core)
{
    /// <summary>The number of events in a list; 0 without a list.</summary>
    public static int Count(Vst3EventList* events) => events == null ? 0 : events->Vtbl->GetEventCount(events);

    /// <summary>Reads an event.</summary>
    /// <param name="events">A list with events.</param>
    /// <param name="number">Its number in the list.</param>
    /// <param name="read">The event.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(Vst3EventList* events, int number, out Vst3Event read)
    {
        Vst3Event found = default;
        bool isThere = events->Vtbl->GetEvent(events, number, &found) == Vst3Result.Ok;
        read = found;
        return isThere;
    }

    /// <summary>Passes an event on.</summary>
    public void Handle(in Vst3Event read)
    {
        switch (read.Type)
        {
            case Vst3EventType.NoteOn:
                // In MIDI a note-on of velocity 0 is a note-off.
                Queue(MidiStatus.NoteOn, read.NoteOn.Channel, read.NoteOn.Pitch, Math.Max(DataOf(read.NoteOn.Velocity), 1));
                break;
            case Vst3EventType.NoteOff:
                Queue(MidiStatus.NoteOff, read.NoteOff.Channel, read.NoteOff.Pitch, DataOf(read.NoteOff.Velocity));
                break;
            case Vst3EventType.PolyPressure:
                Vst3PolyPressure pressure = read.PolyPressure;
                Queue(MidiStatus.KeyPressure, pressure.Channel, pressure.Pitch, DataOf(pressure.Pressure));
                break;
            case Vst3EventType.LegacyMidiCCOut:
                HandleMessage(read.MidiCCOut);
                break;
        }
    }

    private static int DataOf(float value) => float.IsNaN(value) ? 0 : (int)MathF.Round(Math.Clamp(value, 0, 1) * 127);

    // It is defined for output, but some hosts give it to plugins too.
    private void HandleMessage(in Vst3LegacyMidiCCOut message)
    {
        switch (message.ControlNumber)
        {
            case < Vst3Controller.AfterTouch:
                Queue(MidiStatus.Controller, message.Channel, message.ControlNumber, message.Value);
                break;
            case Vst3Controller.AfterTouch:
                Queue(MidiStatus.ChannelPressure, message.Channel, message.Value, 0);
                break;
            case Vst3Controller.PitchBend:
                Queue(MidiStatus.PitchBend, message.Channel, message.Value, message.Value2);
                break;
            case Vst3Controller.ProgramChange:
                Queue(MidiStatus.Program, message.Channel, message.Value, 0);
                break;
            case Vst3Controller.PolyPressure:
                Queue(MidiStatus.KeyPressure, message.Channel, message.Value, message.Value2);
                break;
        }
    }

    private void Queue(int status, int channel, int data1, int data2)
    {
        if (channel is >= 0 and <= 15 && data1 is >= 0 and <= 127)
        {
            core.QueueMidi(new MidiEvent(0, (byte)(status | channel), (byte)data1, (byte)data2));
        }
    }
}
