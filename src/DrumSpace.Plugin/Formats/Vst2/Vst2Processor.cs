using System.Diagnostics;
using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The audio thread's side of an instance.</summary>
/// <remarks>
/// Audio thread, except for what says otherwise. Does not allocate, lock, wait or log; an exception is counted, and the block is silent.
/// </remarks>
internal sealed unsafe class Vst2Processor : IDisposable
{
    private readonly PluginCore _core;
    private readonly Vst2HostCalls _host;
    private readonly Vst2Output _output;
    private readonly RenderSpeedDetector _detector = new();
    private int _blockCount;

    /// <summary>Creates the side of a suspended instance.</summary>
    public Vst2Processor(PluginCore core, Vst2HostCalls host)
    {
        _core = core;
        _host = host;
        _output = new Vst2Output(host, core.Errors);
        Mirror = new HostParameterMirror(core.Parameters, host.Automate);
    }

    /// <summary>The values that the host knows. Any thread.</summary>
    public HostParameterMirror Mirror { get; }

    /// <summary>The blocks processed so far. Any thread.</summary>
    public int BlockCount => Volatile.Read(ref _blockCount);

    /// <summary>The managed bytes allocated in process since the last resumption. Any thread.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Announces the sample rate. Main thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="PluginCore.SetSampleRate"/>.</exception>
    public void SetSampleRate(float sampleRate)
    {
        _core.SetSampleRate(sampleRate);
        _detector.SampleRate = sampleRate;
    }

    /// <summary>Resumes or suspends. Main thread, while the host does not process.</summary>
    public void SetActive(bool active)
    {
        if (active)
        {
            _host.WantMidi();
            AllocatedBytes = 0;
            _core.Resume();
        }
        else
        {
            _core.Suspend();
        }
    }

    /// <summary>Sets a parameter. Any thread.</summary>
    public void SetParameter(int index, float value)
    {
        _core.SetByHost(index, value);
        Mirror.Confirm(index);
    }

    /// <summary>Queues the MIDI messages of the coming block.</summary>
    /// <returns>Whether there is a list.</returns>
    public bool QueueEvents(VstEvents* events)
    {
        if (events == null)
        {
            return false;
        }

        VstMidiEvent** pointers = (VstMidiEvent**)((byte*)events + VstEvents.HeaderSize);
        for (int number = 0; number < events->EventCount; number++)
        {
            // System exclusive messages are ignored: their bytes need not live until the block is processed.
            VstMidiEvent* midi = pointers[number];
            if (midi != null && midi->Type == VstMidiEvent.MidiType)
            {
                _core.QueueMidi(new MidiEvent(midi->DeltaFrames, midi->Data[0], midi->Data[1], midi->Data[2]));
            }
        }

        return true;
    }

    /// <summary>Processes a block.</summary>
    /// <param name="outputs">The host's buffers; may be null.</param>
    /// <param name="frames">The block's length.</param>
    /// <param name="accumulate">Whether to add to the buffers' content instead of replacing it.</param>
    public void Process(float** outputs, int frames, bool accumulate)
    {
        if (frames <= 0)
        {
            return;
        }

        Volatile.Write(ref _blockCount, _blockCount + 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Span<float> left = Channel(outputs, 0, frames);
        Span<float> right = Channel(outputs, 1, frames);
        try
        {
            HostTime time = _host.GetTime();
            _core.Process(time, frames, new BlockOutput(left, right, accumulate), SpeedOf(frames), _output);
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
            if (!accumulate)
            {
                left.Clear();
                right.Clear();
            }
        }

        // Hosts that are notified within process do not record that as a gesture of the user.
        _output.Send();
        Mirror.Notify();
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Frees the list of events. Main thread, once the host does not process any more.</summary>
    public void Dispose() => _output.Dispose();

    private RenderSpeed SpeedOf(int frames) => _host.Level switch
    {
        ProcessLevel.Offline => RenderSpeed.Offline,
        ProcessLevel.Unknown => _detector.Begin(Stopwatch.GetTimestamp(), frames),
        _ => RenderSpeed.RealTime,
    };

    private static Span<float> Channel(float** outputs, int channel, int frames) =>
        outputs == null || outputs[channel] == null ? default : new Span<float>(outputs[channel], frames);
}
