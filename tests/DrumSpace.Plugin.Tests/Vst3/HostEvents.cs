using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>A host's list of events; of those that are added it keeps what a test asks for.</summary>
internal sealed unsafe class HostEvents() : Vst3Object((Vst3EventList.Id, (nint)Table))
{
    private static readonly Vst3EventListVtbl* Table =
        HostMemory.Keep(new Vst3EventListVtbl { Unknown = Unknown, GetEventCount = &Count, GetEvent = &Get, AddEvent = &Add });

    public List<Vst3Event> All { get; } = [];

    public Vst3EventList* Pointer => (Vst3EventList*)First;

    /// <summary>How many events it refuses first.</summary>
    public int Refusals { get; set; }

    /// <summary>Whether it keeps what is added.</summary>
    public bool IsRecording { get; set; } = true;

    public void Note(int frame, bool isOn, int channel, int key, float velocity = 0.5f) => All.Add(isOn
        ? new Vst3Event
        {
            SampleOffset = frame,
            Type = Vst3EventType.NoteOn,
            NoteOn = new Vst3NoteOn { Channel = (short)channel, Pitch = (short)key, Velocity = velocity, NoteId = -1 },
        }
        : new Vst3Event
        {
            SampleOffset = frame,
            Type = Vst3EventType.NoteOff,
            NoteOff = new Vst3NoteOff { Channel = (short)channel, Pitch = (short)key, Velocity = velocity, NoteId = -1 },
        });

    /// <summary>The events in words, such as "0 on 9 36 100" and "0 cc 9 7 100 0".</summary>
    public string[] Words => [.. All.Select(each => each.Type switch
    {
        Vst3EventType.NoteOn => $"{each.SampleOffset} on {each.NoteOn.Channel} {each.NoteOn.Pitch} {each.NoteOn.Velocity * 127:0}",
        Vst3EventType.NoteOff => $"{each.SampleOffset} off {each.NoteOff.Channel} {each.NoteOff.Pitch}",
        Vst3EventType.LegacyMidiCCOut => $"{each.SampleOffset} cc {each.MidiCCOut.Channel} {each.MidiCCOut.ControlNumber} "
            + $"{each.MidiCCOut.Value} {each.MidiCCOut.Value2}",
        _ => $"{each.SampleOffset} {each.Type}",
    })];

    protected override void End()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(void* self) => ((HostEvents)Of(self)!).All.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Get(void* self, int index, Vst3Event* into)
    {
        HostEvents list = (HostEvents)Of(self)!;
        if ((uint)index >= (uint)list.All.Count)
        {
            return Vst3Result.InvalidArgument;
        }

        *into = list.All[index];
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Add(void* self, Vst3Event* added)
    {
        HostEvents list = (HostEvents)Of(self)!;
        if (list.Refusals > 0)
        {
            list.Refusals--;
            return Vst3Result.OutOfMemory;
        }

        if (list.IsRecording)
        {
            list.All.Add(*added);
        }

        return Vst3Result.Ok;
    }
}
