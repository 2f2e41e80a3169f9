using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop.Clap;

/// <summary>The events of a block for the plugin, sorted by frame, in preallocated memory.</summary>
internal sealed unsafe class ClapEventInput : IDisposable
{
    private const int Capacity = 4096;

    // The largest event that is sent, a parameter's.
    private static readonly int SlotSize = sizeof(ClapEventParam);

    private readonly byte* _slots;
    private readonly ClapEventHeader** _sorted;
    private GCHandle<ClapEventInput> _self;
    private int _count;

    public ClapEventInput()
    {
        _self = new GCHandle<ClapEventInput>(this);
        _slots = (byte*)NativeMemory.AllocZeroed(Capacity, (nuint)SlotSize);
        _sorted = (ClapEventHeader**)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(nint));
        List = (ClapInputEvents*)NativeMemory.Alloc((nuint)sizeof(ClapInputEvents));
        *List = new ClapInputEvents { Context = (void*)GCHandle<ClapEventInput>.ToIntPtr(_self), Size = &Size, Get = &Get };
    }

    public ClapInputEvents* List { get; }

    public void Clear() => _count = 0;

    // Each of these returns false if the block's events are full.
    public bool AddMidi(in ShortMessage message)
    {
        ClapEventMidi midi = new() { Header = Header(sizeof(ClapEventMidi), ClapEventType.Midi, message.Frame) };
        midi.Data[0] = message.Status;
        midi.Data[1] = message.Data1;
        midi.Data[2] = message.Data2;
        return Add(&midi.Header);
    }

    public bool AddNote(in ShortMessage message)
    {
        ClapEventNote note = new()
        {
            Header = Header(sizeof(ClapEventNote), message.IsNoteOn ? ClapEventType.NoteOn : ClapEventType.NoteOff, message.Frame),
            NoteId = -1,
            Channel = (short)message.Channel,
            Key = message.Data1,
            Velocity = message.Data2 / 127.0,
        };
        return Add(&note.Header);
    }

    public bool AddParam(ClapEventType type, int frame, uint id, nint cookie, double value)
    {
        ClapEventParam param = new()
        {
            Header = Header(sizeof(ClapEventParam), type, frame),
            ParamId = id,
            Cookie = (void*)cookie,
            NoteId = -1,
            Port = -1,
            Channel = -1,
            Key = -1,
            Value = value,
        };
        return Add(&param.Header);
    }

    public void Dispose()
    {
        _count = Capacity;
        NativeMemory.Free(List);
        NativeMemory.Free(_slots);
        NativeMemory.Free(_sorted);
        _self.Dispose();
    }

    private static ClapEventHeader Header(int size, ClapEventType type, int frame) =>
        new() { Size = (uint)size, Time = (uint)frame, Space = ClapEventHeader.CoreSpace, Type = type };

    private bool Add(ClapEventHeader* header)
    {
        if (_count == Capacity)
        {
            return false;
        }

        ClapEventHeader* slot = (ClapEventHeader*)(_slots + ((long)_count * SlotSize));
        NativeMemory.Copy(header, slot, header->Size);

        // After all events of the same frame.
        int index = _count++;
        for (; index > 0 && _sorted[index - 1]->Time > slot->Time; index--)
        {
            _sorted[index] = _sorted[index - 1];
        }

        _sorted[index] = slot;
        return true;
    }

    private static ClapEventInput Of(ClapInputEvents* list) => GCHandle<ClapEventInput>.FromIntPtr((nint)list->Context).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Size(ClapInputEvents* list) => (uint)Of(list)._count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapEventHeader* Get(ClapInputEvents* list, uint index) => index < Of(list)._count ? Of(list)._sorted[index] : null;
}
