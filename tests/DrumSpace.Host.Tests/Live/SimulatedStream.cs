using DrumSpace.Host.Live;
using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Tests.Live;

/// <summary>A sound card and a sequencer in simulated time: blocks are due at exact times, and the thread wakes late.</summary>
internal sealed class SimulatedStream(int seed) : AudioStream
{
    public const int Ahead = 512;

    private readonly Random _random = new(seed);
    private double _due;

    /// <summary>The most seconds that the thread wakes late.</summary>
    public double Jitter { get; set; }

    /// <summary>The moment, in seconds.</summary>
    public double Time { get; private set; }

    /// <summary>The frames that were written.</summary>
    public long Written { get; private set; }

    /// <summary>Set, the next write says that it dropped out.</summary>
    public bool DropsOut { get; set; }

    /// <summary>Set, the next write finds no device.</summary>
    public bool IsGone { get; set; }

    private long _xruns;

    public override string Name => "simulated";

    public override double SampleRate => 48000;

    public override int BlockFrames => 128;

    public override int Latency => Ahead;

    public override long Xruns => _xruns;

    public override string? Failure => IsGone ? "It is gone." : null;

    public override bool TryStart() => true;

    public override bool TryRead(LiveBlock block) => true;

    public override bool TryWrite(LiveBlock block)
    {
        Written += block.Frames;
        _due += block.Frames / SampleRate;
        if (DropsOut)
        {
            DropsOut = false;
            _xruns++;
            _due += 0.05;
        }

        Time = _due + (_random.NextDouble() * Jitter);
        return !IsGone;
    }

    public override void Dispose()
    {
    }
}
