using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>IEventList: the notes of a block for the plugin, by frame. Audio thread; nothing here locks or allocates.</summary>
internal sealed unsafe class Vst3EventInput : Vst3HostObject
{
    private const int Capacity = 4096;
    private const int NoNoteId = -1;

    private static readonly nint List =
        Table(new Vst3EventListVtbl { Unknown = Unknown, GetEventCount = &GetEventCount, GetEvent = &GetEvent, AddEvent = &AddEvent });

    private readonly Vst3Event[] _events = new Vst3Event[Capacity];
    private int _count;

    public Vst3EventInput()
        : base((Vst3EventList.Id, List))
    {
    }

    public Vst3EventList* Pointer => (Vst3EventList*)Face;

    public void Clear() => _count = 0;

    /// <summary>Adds a note or the pressure of a key, after all events of its frame; false if the block's events are full.</summary>
    public bool Add(in ShortMessage message)
    {
        if (_count == Capacity)
        {
            return false;
        }

        int index = _count++;
        for (; index > 0 && _events[index - 1].SampleOffset > message.Frame; index--)
        {
            _events[index] = _events[index - 1];
        }

        _events[index] = EventOf(message);
        return true;
    }

    private static Vst3Event EventOf(in ShortMessage message)
    {
        Vst3Event result = new() { SampleOffset = message.Frame };
        short channel = (short)message.Channel;
        float amount = message.Data2 / 127f;
        if (message.IsNoteOn)
        {
            result.Type = Vst3EventType.NoteOn;
            result.NoteOn = new Vst3NoteOn { Channel = channel, Pitch = message.Data1, Velocity = amount, NoteId = NoNoteId };
        }
        else if (message.IsNoteOff)
        {
            result.Type = Vst3EventType.NoteOff;
            result.NoteOff = new Vst3NoteOff { Channel = channel, Pitch = message.Data1, Velocity = amount, NoteId = NoNoteId };
        }
        else
        {
            result.Type = Vst3EventType.PolyPressure;
            result.PolyPressure = new Vst3PolyPressure { Channel = channel, Pitch = message.Data1, Pressure = amount, NoteId = NoNoteId };
        }

        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetEventCount(void* face) => Of<Vst3EventInput>(face)._count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetEvent(void* face, int index, Vst3Event* result)
    {
        Vst3EventInput self = Of<Vst3EventInput>(face);
        if (index < 0 || index >= self._count || result == null)
        {
            return Vst3Result.InvalidArgument;
        }

        *result = self._events[index];
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AddEvent(void* face, Vst3Event* added) => Vst3Result.NotImplemented;
}
