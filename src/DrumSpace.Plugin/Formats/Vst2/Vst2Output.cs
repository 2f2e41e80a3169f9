using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// The list of a block's events for the host. Full, it is sent and started anew, because a lost note-off would let its note hang. Audio
/// thread; no allocation.
/// </summary>
internal sealed unsafe class Vst2Output : MidiSink, IDisposable
{
    /// <summary>The events of a list: 14 drums on and off in 36 steps, more than 8192 frames have at any musical tempo.</summary>
    public const int Capacity = 1024;

    private readonly Vst2HostCalls _host;
    private readonly ErrorCounters _errors;
    private VstEvents* _list;
    private VstMidiEvent* _events;

    /// <summary>Allocates the list.</summary>
    public Vst2Output(Vst2HostCalls host, ErrorCounters errors)
    {
        _host = host;
        _errors = errors;
        _events = (VstMidiEvent*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(VstMidiEvent));
        _list = (VstEvents*)NativeMemory.AllocZeroed((nuint)(VstEvents.HeaderSize + (Capacity * sizeof(VstMidiEvent*))));
        VstMidiEvent** pointers = (VstMidiEvent**)((byte*)_list + VstEvents.HeaderSize);
        for (int number = 0; number < Capacity; number++)
        {
            _events[number].Type = VstMidiEvent.MidiType;
            _events[number].ByteSize = sizeof(VstMidiEvent);
            pointers[number] = &_events[number];
        }
    }

    /// <inheritdoc/>
    public override void Add(in MidiEvent midi)
    {
        if (_list->EventCount == Capacity)
        {
            _errors.Count(Error.EventOverflow);
            Send();
        }

        VstMidiEvent* target = &_events[_list->EventCount++];
        target->DeltaFrames = midi.Frame;
        target->Data[0] = midi.Status;
        target->Data[1] = midi.Data1;
        target->Data[2] = midi.Data2;
    }

    /// <summary>Sends the events, if there are any. Within process only: hosts lose what comes at other times.</summary>
    public void Send()
    {
        if (_list->EventCount > 0)
        {
            _host.SendEvents(_list);
            _list->EventCount = 0;
        }
    }

    /// <summary>Frees the list.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_list);
        NativeMemory.Free(_events);
        _list = null;
        _events = null;
    }
}
