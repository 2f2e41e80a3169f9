using System.Diagnostics;
using DrumSpace.Engine;
using DrumSpace.Plugin;

namespace DrumSpace.Cli.Commands;

/// <summary>A song in 4/4 that an instance plays to nobody.</summary>
internal sealed class SilentSong
{
    /// <summary>The quarters of its bars.</summary>
    public const int QuartersPerBar = 4;

    private const int SampleRate = 48_000;
    private const int BlockFrames = 480;
    private const int BlockMilliseconds = 10;


    // After a pause of the machine the song goes on from there instead of catching up.
    private const double MaxLagSeconds = 0.25;

    private readonly PluginCore _core;
    private readonly double _tempo;
    private readonly Nobody _nobody = new();
    private readonly float[] _left = new float[BlockFrames];
    private readonly float[] _right = new float[BlockFrames];
    private double _seconds;
    private long _started;

    /// <summary>Makes a song that has not begun.</summary>
    /// <param name="core">The instance.</param>
    /// <param name="tempo">Quarters a minute.</param>
    public SilentSong(PluginCore core, double tempo)
    {
        (_core, _tempo) = (core, tempo);
        core.SetSampleRate(SampleRate);
        core.SetBlockSize(BlockFrames);
        core.Resume();
    }

    /// <summary>Plays some more bars at once.</summary>
    public void Render(double bars)
    {
        double end = _seconds + (bars * QuartersPerBar * 60 / _tempo);

        // One block at least: it loads the model.
        do
        {
            Play(RenderSpeed.Offline);
        }
        while (_seconds < end);
    }

    /// <summary>Plays in real time until what is returned is disposed.</summary>
    public Timer Start()
    {
        _started = Stopwatch.GetTimestamp();
        return new Timer(_ => PlayDue(), null, 0, BlockMilliseconds);
    }

    private void PlayDue()
    {
        lock (_nobody)
        {
            double now = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            if (now - _seconds > MaxLagSeconds)
            {
                _started = Stopwatch.GetTimestamp() - (long)(_seconds * Stopwatch.Frequency);
                now = _seconds;
            }

            while (_seconds <= now)
            {
                Play(RenderSpeed.RealTime);
            }
        }
    }

    private void Play(RenderSpeed speed)
    {
        double quarters = _seconds * _tempo / 60;
        HostTime time = new()
        {
            IsPlaying = true,
            HasPpq = true,
            Ppq = quarters,
            HasTempo = true,
            Tempo = _tempo,
            HasTimeSignature = true,
            Numerator = QuartersPerBar,
            Denominator = 4,
            HasBarStart = true,
            BarStart = Math.Floor(quarters / QuartersPerBar) * QuartersPerBar,
        };
        _core.Process(time, BlockFrames, new BlockOutput(_left, _right, accumulate: false), speed, _nobody);
        _seconds += (double)BlockFrames / SampleRate;
    }

    private sealed class Nobody : MidiSink
    {
        public override void Add(in MidiEvent midi)
        {
        }
    }
}
