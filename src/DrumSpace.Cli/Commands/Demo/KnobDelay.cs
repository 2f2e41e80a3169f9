using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands.Demo;

/// <summary>
/// Measures in real time the delay from a turn of the knobs to the first note that only the new pattern has. It alternates between two
/// settings of the knobs, whose patterns are known from offline renderings.
/// </summary>
internal sealed class KnobDelay(Vst2Plugin plugin, PluginParameter[] knobs, double sampleRate, double bpm)
{
    private const int Seed = 4096;
    private readonly Random _random = new(Seed);
    private (float[] Knobs, Pattern Pattern)[] _settings = [];
    private int _current;
    private long _turnedAt;
    private int _turnedStep;
    private long _nextTurn;
    private bool _waiting;
    private int _seen;

    /// <summary>Milliseconds from each turn to the end of the process call with the first new note.</summary>
    public List<double> Delays { get; } = [];

    /// <summary>The number of steps whose new notes were missed after a turn.</summary>
    public int MissedSteps { get; private set; }

    /// <summary>Measures.</summary>
    /// <param name="blockSize">Frames per block.</param>
    /// <param name="seconds">The duration.</param>
    /// <exception cref="InvalidOperationException">No two settings of the knobs had patterns with new notes both ways.</exception>
    public Rendering Measure(int blockSize, double seconds)
    {
        FindSettings();
        Turn(0);
        HostTransport transport = new(sampleRate, bpm);
        _nextTurn = (long)sampleRate;
        using Renderer renderer = new(plugin, transport, new RenderOptions
        {
            BlockSize = blockSize,
            Pacing = ProcessPacing.RealTime,
            KeepsAudio = false,
            BlockRendered = BlockRendered,
        });
        return renderer.Render((long)(seconds * sampleRate));
    }

    private void FindSettings()
    {
        for (int attempt = 0; attempt < 64; attempt++)
        {
            _settings = [Setting(), Setting()];
            if (HasNewNotes(_settings[0].Pattern, _settings[1].Pattern) && HasNewNotes(_settings[1].Pattern, _settings[0].Pattern))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{plugin.Name}: no two settings of the knobs had patterns that differ both ways.");
    }

    private (float[] Knobs, Pattern Pattern) Setting()
    {
        float[] values = [.. knobs.Select(_ => _random.NextSingle())];
        for (int i = 0; i < values.Length; i++)
        {
            knobs[i].Value = values[i];
        }

        HostTransport transport = new(sampleRate, bpm);
        using Renderer renderer = new(plugin, transport, new RenderOptions { KeepsAudio = false });
        return (values, PatternPicture.PatternOf(renderer.Render((long)(8 * 60 / bpm * sampleRate))));
    }

    private static bool HasNewNotes(Pattern old, Pattern other) =>
        Enumerable.Range(0, Pattern.StepCount).Any(step => New(old, other, step) != 0);

    private static int New(Pattern old, Pattern other, int step) => other[step] & ~old[step];

    private void BlockRendered(Renderer renderer)
    {
        long now = Stopwatch.GetTimestamp();
        (Pattern old, Pattern other) = (_settings[1 - _current].Pattern, _settings[_current].Pattern);
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
            _nextTurn = renderer.Frame + (long)(sampleRate * (0.15 + 0.25 * _random.NextDouble()));
        }
    }

    private void Turn(int setting)
    {
        _current = setting;
        for (int i = 0; i < knobs.Length; i++)
        {
            knobs[i].Value = _settings[setting].Knobs[i];
        }
    }
}
