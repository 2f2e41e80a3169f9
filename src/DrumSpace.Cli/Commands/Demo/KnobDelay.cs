using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>
/// Measures, in real time, how long after a turn of the knobs the first note sounds that only the new beat has. Two settings of the
/// knobs are turned to and fro while the plugin plays; their beats are known from offline renderings.
/// </summary>
internal sealed class KnobDelay
{
    private const int Seed = 4096;
    private readonly Vst2Plugin _plugin;
    private readonly PluginParameter[] _knobs;
    private readonly double _sampleRate;
    private readonly double _bpm;
    private readonly Random _random = new(Seed);
    private (float[] Knobs, Pattern Beat)[] _settings = [];
    private int _current;
    private long _turnedAt;
    private int _turnedStep;
    private long _nextTurn;
    private bool _waiting;
    private int _seen;

    public KnobDelay(Vst2Plugin plugin, PluginParameter[] knobs, double sampleRate, double bpm)
    {
        _plugin = plugin;
        _knobs = knobs;
        _sampleRate = sampleRate;
        _bpm = bpm;
    }

    /// <summary>Milliseconds from each turn to the end of the process call that gave the first new note.</summary>
    public List<double> Delays { get; } = [];

    /// <summary>Steps on which a new note was due after a turn, but did not come.</summary>
    public int MissedSteps { get; private set; }

    /// <summary>Measures for a time.</summary>
    /// <param name="blockSize">Frames a block.</param>
    /// <param name="seconds">For how long.</param>
    /// <exception cref="InvalidOperationException">No two settings of the knobs gave beats that differ both ways.</exception>
    public Rendering Measure(int blockSize, double seconds)
    {
        FindSettings();
        Turn(0);
        HostTransport transport = new(_sampleRate, _bpm);
        _nextTurn = (long)_sampleRate;
        using Renderer renderer = new(_plugin, transport, new RenderOptions
        {
            BlockSize = blockSize,
            Pacing = ProcessPacing.RealTime,
            KeepsAudio = false,
            BlockRendered = BlockRendered,
        });
        return renderer.Render((long)(seconds * _sampleRate));
    }

    private void FindSettings()
    {
        for (int attempt = 0; attempt < 64; attempt++)
        {
            _settings = [Setting(), Setting()];
            if (HasNewNotes(_settings[0].Beat, _settings[1].Beat) && HasNewNotes(_settings[1].Beat, _settings[0].Beat))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{_plugin.Name}: no two settings of the knobs gave beats that differ, so no delay can be measured.");
    }

    private (float[] Knobs, Pattern Beat) Setting()
    {
        float[] values = [.. _knobs.Select(_ => _random.NextSingle())];
        for (int i = 0; i < values.Length; i++)
        {
            _knobs[i].Value = values[i];
        }

        HostTransport transport = new(_sampleRate, _bpm);
        using Renderer renderer = new(_plugin, transport, new RenderOptions { KeepsAudio = false });
        return (values, PatternPicture.PatternOf(renderer.Render((long)(8 * 60 / _bpm * _sampleRate))));
    }

    private static bool HasNewNotes(Pattern old, Pattern other) => Enumerable.Range(0, Pattern.StepCount).Any(step => New(old, other, step) != 0);

    private static int New(Pattern old, Pattern other, int step) => other[step] & ~old[step];

    private void BlockRendered(Renderer renderer)
    {
        long now = Stopwatch.GetTimestamp();
        (Pattern old, Pattern other) = (_settings[1 - _current].Beat, _settings[_current].Beat);
        for (; _seen < renderer.Messages.Count; _seen++)
        {
            RenderedMessage note = renderer.Messages[_seen];
            if (_waiting && PatternPicture.TryDrum(note.Message, out Voice voice))
            {
                int step = PatternPicture.StepOf(note.Ppq);
                if ((New(old, other, step) >> (int)voice & 1) != 0)
                {
                    _waiting = false;
                    Delays.Add(Stopwatch.GetElapsedTime(_turnedAt, now).TotalMilliseconds);
                    for (int passed = (_turnedStep + 1) % Pattern.StepCount; passed != step; passed = (passed + 1) % Pattern.StepCount)
                    {
                        MissedSteps += New(old, other, passed) != 0 ? 1 : 0;
                    }
                }
            }
        }

        if (!_waiting && renderer.Frame >= _nextTurn && renderer.Transport.IsPlaying)
        {
            _turnedStep = (int)((long)Math.Floor(renderer.Transport.Ppq * 4 - 1e-9) % Pattern.StepCount);
            Turn(1 - _current);
            _waiting = true;
            _turnedAt = Stopwatch.GetTimestamp();
            _nextTurn = renderer.Frame + (long)(_sampleRate * (0.15 + 0.25 * _random.NextDouble()));
        }
    }

    private void Turn(int setting)
    {
        _current = setting;
        for (int i = 0; i < _knobs.Length; i++)
        {
            _knobs[i].Value = _settings[setting].Knobs[i];
        }
    }
}
