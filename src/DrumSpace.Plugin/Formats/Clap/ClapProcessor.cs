using DrumSpace.Abi.Clap;
using DrumSpace.Engine;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>Processes blocks in slices that start at the host's events, so each event takes effect at its own frame.</summary>
/// <remarks>Threads as <see cref="ClapPlugin"/> says; without allocation, lock, wait or log, except on activation.</remarks>
internal sealed unsafe class ClapProcessor : FormatProcessor
{
    private const int Unknown = -1;

    private readonly ClapEventReader _reader;
    private readonly ClapOutput _output;

    // A RenderSpeed, or Unknown.
    private int _announcedSpeed = Unknown;
    private RenderSpeed _speed;

    /// <summary>Creates the processor of an inactive instance.</summary>
    public ClapProcessor(PluginCore core)
        : this(core, new ClapOutput(core.Errors))
    {
    }

    private ClapProcessor(PluginCore core, ClapOutput output)
        : base(core, (index, value) => output.AddParameter((uint)index, PlainValue.Of(index, value), isByHand: false))
    {
        _output = output;
        Gestures = new ClapGestures(Mirror);
        _reader = new ClapEventReader(core, this, output);
    }

    /// <summary>The window's gestures for the host.</summary>
    public ClapGestures Gestures { get; }

    /// <summary>Activates. Allocates all that the audio thread needs, so that start, stop and reset need not.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="longest">The longest block.</param>
    /// <param name="takesMidi">Whether the host takes MIDI; if not, it gets CLAP's notes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An impossible rate or length.</exception>
    public void Activate(double sampleRate, long longest, bool takesMidi)
    {
        _output.TakesMidi = takesMidi;
        Core.SetBlockSize(longest);
        SetSampleRate(sampleRate);
        Resume();
    }

    /// <summary>Notes the host's word for whether it renders offline.</summary>
    public void SetRenderMode(bool isOffline) =>
        Volatile.Write(ref _announcedSpeed, (int)(isOffline ? RenderSpeed.Offline : RenderSpeed.RealTime));

    /// <summary>Ends all notes with the next block and forgets the song position.</summary>
    /// <param name="stops">Whether the host stops processing.</param>
    public void Reset(bool stops)
    {
        try
        {
            if (stops)
            {
                Core.Suspend();
            }
            else
            {
                Core.Reset();
            }

            // Modulation belongs to the stream of events that ends here.
            Core.Parameters.EndModulation();
        }
        catch (Exception e)
        {
            Core.Errors.Count(Error.Process, e);
        }
    }

    /// <summary>Processes a block.</summary>
    public ClapProcessStatus Process(ClapProcess* process)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int frames = (int)Math.Min(process->FrameCount, int.MaxValue);
        BlockOutput sound = new(Channel(process, 0, frames), Channel(process, 1, frames), accumulate: false);
        ClapProcessStatus status = ClapProcessStatus.Continue;
        try
        {
            int announced = Volatile.Read(ref _announcedSpeed);
            _speed = SpeedOf(announced == Unknown ? null : (RenderSpeed)announced, frames);
            _output.Begin(process->OutputEvents, frames);
            _output.ResendNoteOffs();
            ProcessSlices(process, frames, sound);
            Gestures.Send(_output);
            Mirror.Notify();
        }
        catch (Exception e)
        {
            Fail(e, sound);
            status = ClapProcessStatus.Error;
        }

        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return status;
    }

    /// <summary>Exchanges parameter values with the host outside of process.</summary>
    public void Flush(ClapInputEvents* input, ClapOutputEvents* output)
    {
        try
        {
            _output.Begin(output, 0);
            uint count = ClapEventReader.Count(input);
            for (uint number = 0; number < count; number++)
            {
                ClapEventHeader* header = _reader.Get(input, number);
                if (header != null && header->Type is ClapEventType.ParamValue or ClapEventType.ParamMod)
                {
                    _reader.Handle(header);
                }
            }

            Gestures.Send(_output);
            Mirror.Notify();
        }
        catch (Exception e)
        {
            Core.Errors.Count(Error.Process, e);
        }
    }

    private void ProcessSlices(ClapProcess* process, int frames, BlockOutput sound)
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

            ProcessTo((int)Math.Min(header->Time, (uint)frames), ref start, ref time, sound);
            if (header->Type == ClapEventType.Transport)
            {
                time = new ClapSongTime(*(ClapEventTransport*)header);
            }
            else
            {
                _reader.Handle(header);
            }
        }

        ProcessTo(frames, ref start, ref time, sound);
    }

    private void ProcessTo(int end, ref int start, ref ClapSongTime time, BlockOutput sound)
    {
        while (start < end)
        {
            int length = end - start;
            HostTime now = time.Next(ref length);
            _output.SliceStart = start;
            Core.Process(now, length, sound.Slice(start, length), _speed, _output);
            start += length;
        }
    }

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
