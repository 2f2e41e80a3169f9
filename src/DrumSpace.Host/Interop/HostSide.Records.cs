using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop;

/// <summary>What the plugin hands over: MIDI, gestures; and the texts that it asks for.</summary>
internal sealed unsafe partial class HostSide
{
    private static nint Write(void* target, ReadOnlySpan<byte> text)
    {
        if (target == null)
        {
            return 0;
        }

        text.CopyTo(new Span<byte>(target, text.Length));
        ((byte*)target)[text.Length] = 0;
        return 1;
    }

    private nint ReceiveEvents(VstEvents* events)
    {
        if (events == null)
        {
            return 0;
        }

        EventCalls++;
        if (Volatile.Read(ref _processThread) != Environment.CurrentManagedThreadId)
        {
            // Hosts forward events at the end of the process call they came in; others have no block to belong to.
            EventsOutsideProcess += events->EventCount;
            return AcceptsEvents ? 1 : 0;
        }

        var list = (VstMidiEvent**)((byte*)events + VstEvents.HeaderSize);
        for (int i = 0; i < events->EventCount; i++)
        {
            VstMidiEvent* e = list[i];
            if (e == null || e->Type != VstMidiEvent.MidiType || _emittedCount == _emitted.Length)
            {
                EventsDropped++;
                continue;
            }

            _emitted[_emittedCount++] = new ShortMessage(e->DeltaFrames, e->Data[0], e->Data[1], e->Data[2]);
        }

        return AcceptsEvents ? 1 : 0;
    }

    private void Record(in ParameterEdit edit)
    {
        int slot = Interlocked.Increment(ref _editCount) - 1;
        if (slot < _edits.Length)
        {
            _edits[slot] = edit;
        }
    }

    private int Level()
    {
        if (Transport is { Habits.TellsNoPace: true })
        {
            return ProcessLevel.Unknown;
        }

        if (Pacing == ProcessPacing.Offline)
        {
            return ProcessLevel.Offline;
        }

        return Volatile.Read(ref _processThread) == Environment.CurrentManagedThreadId ? ProcessLevel.Realtime : ProcessLevel.User;
    }
}
