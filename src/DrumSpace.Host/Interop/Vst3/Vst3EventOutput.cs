using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IEventList: receives the events of a plugin and records them as MIDI. Audio thread; nothing here locks or allocates.</summary>
internal sealed unsafe class Vst3EventOutput : Vst3HostObject
{
    private static readonly nint List =
        Table(new Vst3EventListVtbl { Unknown = Unknown, GetEventCount = &GetEventCount, GetEvent = &GetEvent, AddEvent = &AddEvent });

    private readonly OutputRecorder _recorder;
    private int _count;

    public Vst3EventOutput(OutputRecorder recorder)
        : base((Vst3EventList.Id, List)) => _recorder = recorder;

    public Vst3EventList* Pointer => (Vst3EventList*)Face;

    public void Clear() => _count = 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetEventCount(void* face) => Of<Vst3EventOutput>(face)._count;

    // What the plugin has added is MIDI by now.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetEvent(void* face, int index, Vst3Event* result) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AddEvent(void* face, Vst3Event* added)
    {
        Vst3EventOutput self = Of<Vst3EventOutput>(face);
        if (added == null || MessageOf(*added) is not { } message)
        {
            self._recorder.Drop();
            return Vst3Result.InvalidArgument;
        }

        if (!self._recorder.Add(message))
        {
            return Vst3Result.OutOfMemory;
        }

        self._count++;
        return Vst3Result.Ok;
    }

    // In MIDI a note-on of velocity 0 is a note-off, in VST 3 it is not.
    private static ShortMessage? MessageOf(in Vst3Event e) => e.Type switch
    {
        Vst3EventType.NoteOn =>
            Message(e, 0x90, e.NoteOn.Channel, e.NoteOn.Pitch, Math.Max(Amount(e.NoteOn.Velocity), 1)),
        Vst3EventType.NoteOff =>
            Message(e, 0x80, e.NoteOff.Channel, e.NoteOff.Pitch, Amount(e.NoteOff.Velocity)),
        Vst3EventType.PolyPressure =>
            Message(e, 0xA0, e.PolyPressure.Channel, e.PolyPressure.Pitch, Amount(e.PolyPressure.Pressure)),
        Vst3EventType.LegacyMidiCCOut => MessageOf(e, e.MidiCCOut),
        _ => null,
    };

    private static ShortMessage? MessageOf(in Vst3Event e, Vst3LegacyMidiCCOut midi) => midi.ControlNumber switch
    {
        < Vst3Controller.AfterTouch => Message(e, 0xB0, midi.Channel, midi.ControlNumber, midi.Value),
        Vst3Controller.AfterTouch => Message(e, 0xD0, midi.Channel, midi.Value, 0),
        Vst3Controller.PitchBend => Message(e, 0xE0, midi.Channel, midi.Value, midi.Value2),
        Vst3Controller.ProgramChange => Message(e, 0xC0, midi.Channel, midi.Value, 0),
        Vst3Controller.PolyPressure => Message(e, 0xA0, midi.Channel, midi.Value, midi.Value2),
        _ => null,
    };

    private static ShortMessage Message(in Vst3Event e, int status, int channel, int data1, int data2) =>
        new(e.SampleOffset, (byte)(status | (channel & 0x0F)), (byte)(data1 & 0x7F), (byte)(data2 & 0x7F));

    private static int Amount(float share) => (int)MathF.Round(Math.Clamp(share, 0, 1) * 127);
}
