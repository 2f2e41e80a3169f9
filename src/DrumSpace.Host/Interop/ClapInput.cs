using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>The events of a block on their way to the plugin, kept in order of frames, in memory made once.</summary>
internal sealed unsafe class ClapInput : IDisposable
{
    public const int Capacity = 4096;

    // The largest event that is sent, a parameter's.
    private static readonly int SlotSize = sizeof(ClapEventParam);

    private readonly byte* _slots;
    private readonly ClapEventHeader** _order;
    private ClapInputEvents* _list;
    private GCHandle _handle;
    private int _count;

    public ClapInput()
    {
        _handle = GCHandle.Alloc(this);
        _slots = (byte*)NativeMemory.AllocZeroed(Capacity, (nuint)SlotSize);
        _order = (ClapEventHeader**)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(nint));
        _list = (ClapInputEvents*)NativeMemory.AllocZeroed((nuint)sizeof(ClapInputEvents));
        *_list = new ClapInputEvents { Context = (void*)GCHandle.ToIntPtr(_handle), Size = &Size, Get = &Get };
    }

    public ClapInputEvents* List => _list;

    public void Clear() => _count = 0;

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

    public bool AddParameter(int frame, uint id, void* cookie, double value) => AddParam(ClapEventType.ParamValue, frame, id, cookie, value);

    public bool AddModulation(int frame, uint id, void* cookie, double amount) => AddParam(ClapEventType.ParamMod, frame, id, cookie, amount);

    private bool AddParam(ClapEventType type, int frame, uint id, void* cookie, double value)
    {
        ClapEventParam param = new()
        {
            Header = Header(sizeof(ClapEventParam), type, frame),
            ParamId = id,
            Cookie = cookie,
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
        if (_list != null)
        {
            NativeMemory.Free(_list);
            NativeMemory.Free(_slots);
            NativeMemory.Free(_order);
            _list = null;
            _handle.Free();
        }
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

        // Behind all events of the same frame.
        int place = _count++;
        for (; place > 0 && _order[place - 1]->Time > slot->Time; place--)
        {
            _order[place] = _order[place - 1];
        }

        _order[place] = slot;
        return true;
    }

    private static ClapInput? Of(ClapInputEvents* list) => GCHandle.FromIntPtr((nint)list->Context).Target as ClapInput;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Size(ClapInputEvents* list) => (uint)(Of(list)?._count ?? 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapEventHeader* Get(ClapInputEvents* list, uint index) =>
        Of(list) is { } input && index < input._count ? input._order[index] : null;
}
