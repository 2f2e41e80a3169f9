using System.Diagnostics;

namespace DrumSpace.Host;

/// <summary>Plays a plugin along a transport and collects MIDI with exact positions, audio, and the durations of blocks.</summary>
/// <remarks>
/// One thread, and one rendering. A block neither locks nor allocates, except for the list of messages when it exceeds 65536, the thread of
/// <see cref="HostQuirks.SetsParametersFromAnotherThread"/>, and the caller's <see cref="RenderOptions.BlockRendered"/>.
/// </remarks>
public sealed class Renderer : IDisposable
{
    private readonly HostQuirks _quirks;
    private readonly AutomationPlayer _automation;
    private readonly MidiPlayer _midi;
    private readonly RenderRecorder _recorder;
    private readonly RealTimePacer _pacer = new();
    private long _firstFrame;
    private double _origin;
    private int _blockCount;

    /// <summary>Makes a renderer; <see cref="Prepare"/> configures the plugin.</summary>
    /// <param name="plugin">A suspended plugin; stays the caller's.</param>
    /// <param name="transport">Its song time, with the quirks of the host to imitate.</param>
    /// <param name="options">How to render; null for the defaults.</param>
    /// <exception cref="ArgumentException">The automation names a parameter that the plugin does not have.</exception>
    public Renderer(HostedPlugin plugin, HostTransport transport, RenderOptions? options = null)
    {
        Plugin = plugin;
        Transport = transport;
        Options = options ?? new RenderOptions();
        _quirks = transport.Quirks;
        _automation = new AutomationPlayer(plugin, Options.Automation, _quirks.SetsParametersFromAnotherThread);
        _midi = new MidiPlayer(plugin, transport, Options.MidiIn);
        _recorder = new RenderRecorder(plugin, transport, Options.KeepsAudio);
    }

    /// <summary>The plugin.</summary>
    public HostedPlugin Plugin { get; }

    /// <summary>Its song time.</summary>
    public HostTransport Transport { get; }

    /// <summary>How it renders.</summary>
    public RenderOptions Options { get; }

    /// <summary>What the plugin has output so far.</summary>
    public IReadOnlyList<RenderedMessage> Messages => _recorder.Messages;

    /// <summary>The durations of the process calls so far.</summary>
    public BlockTimings Timings { get; } = new();

    /// <summary>The number of frames since <see cref="Prepare"/>.</summary>
    public long Frame => Transport.Frame - _firstFrame;

    /// <summary>The quarters since the song's start, at the next block.</summary>
    public double Quarters => Transport.QuartersAt(0) - _origin;

    /// <summary>The number of blocks that took longer than they last; in real time each is a dropout.</summary>
    public int Overruns { get; private set; }

    /// <summary>The number of messages whose frame lies outside of their block.</summary>
    public int MisplacedMessages => _recorder.MisplacedMessages;

    /// <summary>Renders a song: stopped frames before it if the quirks have any, its frames, then stopped frames for the tail.</summary>
    /// <param name="frames">The song's length.</param>
    /// <returns>What the plugin output.</returns>
    public Rendering Render(long frames)
    {
        Prepare();
        RenderBlocks(_quirks.StoppedFramesBefore);
        _origin = Transport.QuartersAt(0);
        Transport.Start();
        RenderBlocks(frames);
        Transport.Stop();
        if (_quirks.SendsControllersAtStop)
        {
            _midi.QueueStopControllers();
        }

        RenderBlocks(Math.Max(Options.BlockSize, Math.Max(Options.TailFrames, _quirks.StoppedFramesAfter)));
        return Finish();
    }

    /// <summary>Configures and resumes the plugin.</summary>
    public void Prepare()
    {
        Plugin.Suspend();
        Plugin.Transport = Transport;
        Plugin.Pacing = Options.Pacing;
        Plugin.AcceptsEvents = !_quirks.ReturnsZeroForEvents;
        Plugin.Configure(Transport.SampleRate, Options.BlockSize, _quirks.BlockLengths.DefaultIfEmpty().Max());
        Plugin.Resume();
        if (_quirks.ResumesTwice)
        {
            Plugin.Resume();
        }

        _firstFrame = Transport.Frame;
        _origin = Transport.QuartersAt(0);
        _pacer.Restart();
    }

    /// <summary>Renders blocks in the transport's current state.</summary>
    /// <param name="frames">The number of frames in all.</param>
    public void RenderBlocks(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        long end = Frame + frames;
        _recorder.Reserve(end);
        while (Frame < end)
        {
            RenderBlock(end - Frame);
        }
    }

    /// <summary>Suspends the plugin and returns its output.</summary>
    /// <returns>What the plugin has output since <see cref="Prepare"/>.</returns>
    public Rendering Finish()
    {
        // Before the plugin is suspended: from then on, its main thread alone may set parameters.
        _automation.Dispose();
        Plugin.Suspend();
        return _recorder.ToRendering(Timings);
    }

    /// <summary>Ends the thread that sets parameters, if there is one.</summary>
    public void Dispose() => _automation.Dispose();

    private void RenderBlock(long maxFrames)
    {
        IReadOnlyList<int> lengths = _quirks.BlockLengths;
        int wanted = lengths.Count == 0 ? Options.BlockSize : lengths[_blockCount++ % lengths.Count];
        int frames = Transport.BeginBlock((int)Math.Min(wanted, maxFrames));
        if (Options.Pacing == ProcessPacing.RealTime)
        {
            _pacer.WaitUntil(Frame / Transport.SampleRate);
        }

        _recorder.RecordTempo(Quarters);
        _automation.Play(Quarters);
        _midi.Queue(_origin, frames);
        long start = Stopwatch.GetTimestamp();
        Plugin.Process(frames);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        Timings.Add((long)duration.TotalNanoseconds);
        Overruns += duration.TotalSeconds > frames / Transport.SampleRate ? 1 : 0;
        _recorder.RecordBlock(Frame, _origin, frames);
        Transport.EndBlock(frames);
        Options.BlockRendered?.Invoke(this);
    }
}
