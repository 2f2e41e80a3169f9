namespace DrumSpace.Host;

/// <summary>Collects what a plugin outputs over a rendering: messages with their positions, tempos and audio.</summary>
/// <remarks>A block allocates nothing until its messages exceed 65536 in all.</remarks>
internal sealed class RenderRecorder
{
    private readonly HostedPlugin _plugin;
    private readonly HostTransport _transport;
    private readonly List<RenderedMessage> _messages = new(65536);
    private readonly List<TempoPoint> _tempos = new(1024);
    private readonly float[][] _audio;

    public RenderRecorder(HostedPlugin plugin, HostTransport transport, bool keepsAudio)
    {
        _plugin = plugin;
        _transport = transport;
        _audio = new float[keepsAudio ? plugin.OutputCount : 0][];
        Array.Fill(_audio, []);
    }

    public IReadOnlyList<RenderedMessage> Messages => _messages;

    /// <summary>The number of messages whose frame lies outside of their block.</summary>
    public int MisplacedMessages { get; private set; }

    /// <summary>Makes room for the audio of so many frames in all.</summary>
    public void Reserve(long frames)
    {
        for (int channel = 0; channel < _audio.Length; channel++)
        {
            Array.Resize(ref _audio[channel], checked((int)frames));
        }
    }

    /// <summary>Records the tempo if the block starts with another than the last one.</summary>
    public void RecordTempo(double quarters)
    {
        double tempo = _transport.Tempo.TempoAt(_transport.Ppq);
        if (_tempos.Count == 0 || _tempos[^1].Bpm != tempo)
        {
            _tempos.Add(new TempoPoint(quarters, tempo));
        }
    }

    /// <summary>Records the block that was processed.</summary>
    /// <param name="start">The block's first frame in the rendering.</param>
    /// <param name="origin">The song's start, as <see cref="HostTransport.QuartersAt"/> counts.</param>
    /// <param name="frames">The block's length.</param>
    public void RecordBlock(long start, double origin, int frames)
    {
        foreach (ShortMessage message in _plugin.Emitted)
        {
            MisplacedMessages += message.Frame < 0 || message.Frame >= frames ? 1 : 0;
            _messages.Add(new RenderedMessage(
                start + message.Frame,
                _transport.PpqAt(message.Frame),
                _transport.QuartersAt(message.Frame) - origin,
                _transport.IsPlaying,
                message));
        }

        for (int channel = 0; channel < _audio.Length; channel++)
        {
            _plugin.Output(channel)[..frames].CopyTo(_audio[channel].AsSpan((int)start));
        }
    }

    public Rendering ToRendering(BlockTimings timings) => new(_transport.SampleRate, _messages, _tempos, _audio, timings);
}
