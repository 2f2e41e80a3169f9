using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>Queues the host's MIDI and processes blocks.</summary>
/// <remarks>Audio thread, except for what says otherwise. Does not allocate, lock, wait or log.</remarks>
internal sealed unsafe class Vst2Processor(PluginCore core, Vst2HostCalls host) : FormatProcessor(core, host.Automate), IDisposable
{
    private const int None = -1;

    private readonly Vst2Output _output = new(host, core.Errors);
    private int _blockCount;

    // The parameter of which the main thread notifies the host now.
    private int _automated = None;
    private int _automatingThread;

    /// <summary>The blocks processed so far. Any thread.</summary>
    public int BlockCount => Volatile.Read(ref _blockCount);

    /// <summary>
    /// Notifies the host of a hand's move. Some hosts set the parameter meanwhile: that is no news, and may be older than what plays. Main
    /// thread.
    /// </summary>
    public void Automate(int index, float value)
    {
        Volatile.Write(ref _automatingThread, Environment.CurrentManagedThreadId);
        Volatile.Write(ref _automated, index);
        host.Automate(index, value);
        Volatile.Write(ref _automated, None);
    }

    /// <summary>Sets a parameter because the host says so, unless it repeats what it is being told. Any thread.</summary>
    public void SetByHost(int index, float normalized)
    {
        if (Volatile.Read(ref _automated) != index || Volatile.Read(ref _automatingThread) != Environment.CurrentManagedThreadId)
        {
            SetParameter(index, normalized);
        }
    }

    /// <summary>Queues the MIDI messages of the coming block.</summary>
    /// <returns>Whether there is a list.</returns>
    public bool QueueEvents(VstEvents* events)
    {
        VstMidiEvent** pointers = (VstMidiEvent**)((byte*)events + VstEvents.HeaderSize);
        for (int number = 0; events != null && number < events->EventCount; number++)
        {
            // System exclusive messages are ignored: their bytes need not live until the block is processed.
            VstMidiEvent* midi = pointers[number];
            if (midi != null && midi->Type == VstMidiEvent.MidiType)
            {
                Core.QueueMidi(new MidiEvent(midi->DeltaFrames, midi->Data[0], midi->Data[1], midi->Data[2]));
            }
        }

        return events != null;
    }

    /// <summary>Processes a block.</summary>
    /// <param name="outputs">The host's buffers; may be null.</param>
    /// <param name="frames">The block's length; nothing happens unless it is above 0.</param>
    /// <param name="accumulate">Whether to add to the buffers' content instead of replacing it.</param>
    public void Process(float** outputs, int frames, bool accumulate)
    {
        if (frames <= 0)
        {
            return;
        }

        Volatile.Write(ref _blockCount, _blockCount + 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BlockOutput sound = new(Channel(outputs, 0, frames), Channel(outputs, 1, frames), accumulate);
        try
        {
            HostTime time = host.GetTime();
            Core.Process(time, frames, sound, SpeedOf(host.AnnouncedSpeed, frames), _output);
        }
        catch (Exception e)
        {
            Fail(e, sound);
        }

        // Hosts that are notified within process do not record that as a gesture of the user.
        _output.Send();
        Mirror.Notify();
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Frees the list of events. Main thread, once the host does not process any more.</summary>
    public void Dispose() => _output.Dispose();

    private static Span<float> Channel(float** outputs, int channel, int frames) =>
        outputs == null || outputs[channel] == null ? default : new Span<float>(outputs[channel], frames);
}
