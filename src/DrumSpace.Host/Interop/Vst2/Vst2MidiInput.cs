using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>The preallocated event list that takes a block's MIDI to the plugin.</summary>
internal sealed unsafe class Vst2MidiInput : IDisposable
{
    private const int Capacity = 4096;

    private readonly VstEvents* _list;
    private readonly VstMidiEvent* _events;
    private int _count;

    public Vst2MidiInput()
    {
        _list = (VstEvents*)NativeMemory.AllocZeroed((nuint)(VstEvents.HeaderSize + Capacity * sizeof(void*)));
        _events = (VstMidiEvent*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(VstMidiEvent));
        var pointers = (VstMidiEvent**)((byte*)_list + VstEvents.HeaderSize);
        for (int i = 0; i < Capacity; i++)
        {
            _events[i].Type = VstMidiEvent.MidiType;
            _events[i].ByteSize = sizeof(VstMidiEvent);
            pointers[i] = _events + i;
        }
    }

    /// <summary>Adds a message; false if the list is full.</summary>
    public bool Add(in ShortMessage message)
    {
        if (_count == Capacity)
        {
            return false;
        }

        VstMidiEvent* e = _events + _count++;
        e->DeltaFrames = message.Frame;
        e->Data[0] = message.Status;
        e->Data[1] = message.Data1;
        e->Data[2] = message.Data2;
        return true;
    }

    /// <summary>Sends the list. Its events stay valid until the next <see cref="Add"/>, because VST2 needs them during the block.</summary>
    public void Send(Vst2Effect effect)
    {
        if (_count > 0)
        {
            _list->EventCount = _count;
            effect.Dispatch(EffectOpcode.ProcessEvents, 0, 0, _list);
            _count = 0;
        }
    }

    public void Dispose()
    {
        _count = Capacity;
        NativeMemory.Free(_list);
        NativeMemory.Free(_events);
    }
}
