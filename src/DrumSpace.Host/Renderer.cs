using System.Diagnostics;

namespace DrumSpace.Host;

/// <summary>
/// Plays a plugin along a transport and collects what it gives: MIDI with exact positions, audio, and the time that blocks took.
/// </summary>
/// <remarks>
/// One thread, and a renderer makes one rendering. A block neither locks nor allocates, apart from the list of messages when it
/// outgrows its 65536, the wake-up of <see cref="HostHabits.SetsParametersFromAnotherThread"/>, and the caller's own
/// <see cref="RenderOptions.BlockRendered"/>.
/// </remarks>
public sealed partial class Renderer : IDisposable
{
    private readonly HostHabits _habits;
    private readonly (PluginParameter Parameter, AutomationCurve Curve)[] _automation;
    private readonly float[] _lastValues;
    private readonly ParameterThread? _parameterThread;
    private readonly List<RenderedMessage> _messages = new(65536);
    private readonly List<TempoPoint> _tempos = new(1024);
    private readonly BlockTimings _timings = new();
    private readonly float[][] _audio;
    private long _firstFrame;
    private long _clockStart;
    private double _origin;
    private int _lengthIndex;
    private int _nextMidiIn;

    /// <summary>Makes a renderer; the plugin is configured by <see cref="Prepare"/>.</summary>
    /// <param name="plugin">A suspended plugin; stays the caller's.</param>
    /// <param name="transport">Its time, with the habits to imitate.</param>
    /// <param name="options">How to render; null for the defaults.</param>
    /// <exception cref="ArgumentException">Automation names a parameter that the plugin has not.</exception>
    public Renderer(HostedPlugin plugin, HostTransport transport, RenderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(transport);
        Plugin = plugin;
        Transport = transport;
        Options = options ?? new RenderOptions();
        _habits = transport.Habits;
        _automation = [.. Options.Automation.Select(curve => (plugin.Parameter(curve.Parameter), curve))];
        _lastValues = [.. _automation.Select(_ => float.NaN)];
        _audio = new float[Options.KeepsAudio ? plugin.OutputCount : 0][];
        Array.Fill(_audio, []);
        if (_habits.SetsParametersFromAnotherThread && _automation.Length > 0)
        {
            _parameterThread = new ParameterThread([.. _automation.Select(a => a.Parameter)]);
        }
    }

    /// <summary>The plugin.</summary>
    public HostedPlugin Plugin { get; }

    /// <summary>Its time.</summary>
    public HostTransport Transport { get; }

    /// <summary>How it renders.</summary>
    public RenderOptions Options { get; }

    /// <summary>What the plugin has emitted so far.</summary>
    public IReadOnlyList<RenderedMessage> Messages => _messages;

    /// <summary>How long process calls took so far.</summary>
    public BlockTimings Timings => _timings;

    /// <summary>Frames rendered since <see cref="Prepare"/>.</summary>
    public long Frame => Transport.Frame - _firstFrame;

    /// <summary>Quarters gone by since the song's start, at the next block.</summary>
    public double Quarters => Transport.QuartersAt(0) - _origin;

    /// <summary>Blocks that took longer than they last; in real time each is a gap in the sound.</summary>
    public int Overruns { get; private set; }

    /// <summary>Messages with a frame outside of their block.</summary>
    public int MisplacedMessages { get; private set; }

    /// <summary>Renders a song: stopped lead-in where the habits have one, the frames playing, then stopped frames for what sounds on.</summary>
    /// <param name="frames">The song's length.</param>
    /// <returns>What the plugin gave.</returns>
    public Rendering Render(long frames)
    {
        Prepare();
        RenderBlocks(_habits.StoppedFramesBefore);
        _origin = Transport.QuartersAt(0);
        Transport.Start();
        RenderBlocks(frames);
        Transport.Stop();
        if (_habits.ControllersAtStop)
        {
            QueueControllers();
        }

        RenderBlocks(Math.Max(Options.BlockSize, Math.Max(Options.TailFrames, _habits.StoppedFramesAfter)));
        return Finish();
    }

    /// <summary>Configures and resumes the plugin.</summary>
    public void Prepare()
    {
        Plugin.Suspend();
        Plugin.Transport = Transport;
        Plugin.Pacing = Options.Pacing;
        Plugin.AcceptsEvents = !_habits.RefusesEvents;
        Plugin.Configure(Transport.SampleRate, Options.BlockSize, _habits.BlockLengths.DefaultIfEmpty().Max());
        Plugin.Resume();
        if (_habits.ResumesTwice)
        {
            Plugin.Resume();
        }

        _firstFrame = Transport.Frame;
        _origin = Transport.QuartersAt(0);
        _clockStart = Stopwatch.GetTimestamp();
    }

    /// <summary>Renders blocks in whatever state the transport is.</summary>
    /// <param name="frames">How many frames in all; 0 for none.</param>
    public void RenderBlocks(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        for (int channel = 0; channel < _audio.Length; channel++)
        {
            Array.Resize(ref _audio[channel], checked((int)(Frame + frames)));
        }

        for (long end = Frame + frames; Frame < end;)
        {
            RenderBlock(end - Frame);
        }
    }

    /// <summary>Suspends the plugin and hands over what it gave.</summary>
    /// <returns>What the plugin gave since <see cref="Prepare"/>.</returns>
    public Rendering Finish()
    {
        Plugin.Suspend();
        return new Rendering(Transport.SampleRate, _messages, _tempos, _audio, _timings);
    }

    /// <summary>Ends the thread that sets parameters, where the habits have one.</summary>
    public void Dispose() => _parameterThread?.Dispose();
}
