using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;

namespace DrumSpace.Engine.Playing;

/// <summary>What the audio thread knows of the <see cref="Playhead"/>; the reader makes the rest of it.</summary>
/// <remarks>One thread at a time; nothing allocates or blocks.</remarks>
internal sealed class PlayheadState
{
    // Quarters: rounding must not show the step or the bar before.
    private const double Noise = 1e-7;

    /// <summary>Whether the song runs.</summary>
    public bool IsPlaying { get; set; }

    /// <summary>Whether the host reports a position.</summary>
    public bool HasPosition { get; set; }

    /// <summary>The position of the block's first frame, in quarters.</summary>
    public double Position { get; set; }

    /// <summary>Quarters a minute.</summary>
    public double Tempo { get; set; } = TransportFollower.DefaultTempo;

    /// <summary>The slot that plays, 0 to 8.</summary>
    public int Slot { get; set; }

    /// <summary>The point that plays.</summary>
    public Knobs Knobs { get; set; }

    /// <summary>Where the pattern lies in the song.</summary>
    public PatternGrid Grid { get; set; } = new();

    /// <summary>The meter.</summary>
    public Meter Meter { get; set; } = new(4, 4, 0);

    /// <summary>The swing: the part of each pair of steps that the first of them takes.</summary>
    public double Swing { get; set; } = 0.5;

    /// <summary>Becomes a copy of another state.</summary>
    public void CopyFrom(PlayheadState other)
    {
        (IsPlaying, HasPosition, Position, Tempo) = (other.IsPlaying, other.HasPosition, other.Position, other.Tempo);
        (Slot, Knobs, Grid, Meter, Swing) = (other.Slot, other.Knobs, other.Grid, other.Meter, other.Swing);
    }

    /// <summary>What a display shows of it.</summary>
    public Playhead ToPlayhead() => new(
        IsPlaying, Grid.PlaceOf(Position, Swing), HasPosition ? Grid.Steps.BarAt(Position + Noise) + 1 : 0, Tempo, Meter.Numerator,
        Meter.Denominator, Slot, Knobs);
}
