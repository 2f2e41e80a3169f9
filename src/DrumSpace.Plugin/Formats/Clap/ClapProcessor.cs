using System.Diagnostics;
using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The audio thread's side of an instance. A block is processed in slices that start at its events, so each event takes effect at its own
/// frame.
/// </summary>
/// <remarks>
/// Audio thread, except for what says otherwise; <see cref="Flush"/> on the main thread while inactive. Does not allocate, lock, wait or log;
/// an exception is counted, and the block is silent.
/// </remarks>
internal sealed unsafe class ClapProcessor
{
    // The host has not set a render mode; else one of RenderSpeed.
    private const int Unknown = -1;

    private readonly PluginCore _core;
    private readonly ClapEventReader _reader;
    private readonly RenderSpeedDetector _detector = new();
    private int _announcedSpeed = Unknown;
    private RenderSpeed _speed;

    /// <summary>Creates the side of an inactive instance.</summary>
    public ClapProcessor(PluginCore core)
    {
        _core = core;
        Output = new ClapOutput(core.Errors);
        Mirror = new HostParameterMirror(core.Parameters, (index, value) => Output.AddParameter((uint)index, ClapParams.ToPlain(index, value)));
        _reader = new ClapEventReader(core, Mirror, Output);
    }

    /// <summary>The events for the host.</summary>
    public ClapOutput Output { get; }

    /// <summary>The values that the host knows. Any thread, except for <see cref="HostParameterMirror.Notify"/>.</summary>
    public HostParameterMirror Mirror { get; }

    /// <summary>The managed bytes allocated in process since the last activation. Any thread.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Prepares for blocks of another sample rate. Main thread, while inactive.</summary>
    public void Prepare(double sampleRate)
    {
        _detector.SampleRate = sampleRate;
        AllocatedBytes = 0;
    }

    /// <summary>Takes the host's word for whether it renders offline. Main thread.</summary>
    public void SetRenderMode(bool isOffline) =>
        Volatile.Write(ref _announcedSpeed, (int)(isOffline ? RenderSpeed.Offline : RenderSpeed.RealTime));

    /// <summary>Ends all notes with the next block and forgets the song position. Audio thread, or main thread on deactivation.</summary>
    /// <param name="stops">Whether the host stops processing.</param>
    public void Reset(bool stops)
    {
        try
        {
            if (stops)
            {
                _core.Suspend();
            }
            else
            {
                _core.Reset();
            }

            // Modulation belongs to the stream of events that ends here.
            _core.Parameters.EndModulation();
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
        }
    }

    /// <summary>Processes a block.</summary>
    public ClapProcessStatus Process(ClapProcess* process)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int frames = (int)Math.Min(process->FrameCount, int.MaxValue);
        Span<float> left = Channel(process, 0, frames);
        Span<float> right = Channel(process, 1, frames);
        ClapProcessStatus status = ClapProcessStatus.Continue;
        try
        {
            Output.Begin(process->OutputEvents, frames);
            Output.ResendNoteOffs();
            _speed = SpeedOf(frames);
            ProcessSlices(process, frames, left, right);
            Mirror.Notify();
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
            left.Clear();
            right.Clear();
            status = ClapProcessStatus.Error;
        }

        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return status;
    }

    /// <summary>Exchanges parameter values with the host outside of process. Audio thread while active, else main thread.</summary>
    public void Flush(ClapInputEvents* input, ClapOutputEvents* output)
    {
        try
        {
            Output.Begin(output, 0);
            uint count = ClapEventReader.Count(input);
            for (uint number = 0; number < count; number++)
            {
                ClapEventHeader* header = _reader.Get(input, number);
                if (header != null && header->Type is ClapEventType.ParamValue or ClapEventType.ParamMod)
                {
                    _reader.Handle(header);
                }
            }

            Mirror.Notify();
        }
        catch (Exception e)
        {
            _core.Errors.Count(Error.Process, e);
        }
    }

    private RenderSpeed SpeedOf(int frames) => Volatile.Read(ref _announcedSpeed) switch
    {
        Unknown => _detector.Begin(Stopwatch.GetTimestamp(), frames),
        int speed => (RenderSpeed)speed,
    };

    private void ProcessSlices(ClapProcess* process, int frames, Span<float> left, Span<float> right)
    {
        ClapSongTime time = process->Transport == null ? default : new ClapSongTime(*process->Transport);
        ClapInputEvents* events = process->InputEvents;
        uint count = ClapEventReader.Count(events);
        int start = 0;
        for (uint number = 0; number < count; number++)
        {
            ClapEventHeader* header = _reader.Get(events, number);
            if (header == null)
            {
                continue;
            }

            ProcessTo((int)Math.Min(header->Time, (uint)frames), ref start, ref time, left, right);
            if (header->Type == ClapEventType.Transport)
            {
                time = new ClapSongTime(*(ClapEventTransport*)header);
            }
            else
            {
                _reader.Handle(header);
            }
        }

        ProcessTo(frames, ref start, ref time, left, right);
    }

    private void ProcessTo(int end, ref int start, ref ClapSongTime time, Span<float> left, Span<float> right)
    {
        while (start < end)
        {
            int length = end - start;
            HostTime now = time.Next(ref length, _detector.SampleRate);
            Output.SliceStart = start;
            BlockOutput sound = new(Slice(left, start, length), Slice(right, start, length), accumulate: false);
            _core.Process(now, length, sound, _speed, Output);
            start += length;
        }
    }

    private static Span<float> Slice(Span<float> channel, int start, int length) => channel.IsEmpty ? default : channel.Slice(start, length);

    private static Span<float> Channel(ClapProcess* process, int channel, int frames)
    {
        ClapAudioBuffer* port = process->AudioOutputCount > 0 ? process->AudioOutputs : null;
        if (port == null || port->Data32 == null || port->ChannelCount <= channel || port->Data32[channel] == null)
        {
            return default;
        }

        port->ConstantMask = 0;
        return new Span<float>(port->Data32[channel], frames);
    }
}
