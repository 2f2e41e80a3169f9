using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>Decides which voices of a beat are hit at a step, and how hard: where probabilities become notes.</summary>
/// <remarks>Audio thread; the settings belong to it too. Does not allocate, block or throw.</remarks>
internal sealed class HitRules
{
    private double _density = 0.5;
    private double _odds = 1;

    /// <summary>0 to 1: how many hits are played; a half for the model's own thresholds.</summary>
    public double Density
    {
        get => _density;
        set
        {
            _density = value;
            _odds = HitThreshold.DensityOdds(value);
        }
    }

    /// <summary>0 to 1: how much the fill adds.</summary>
    public double Fill { get; set; }

    /// <summary>The velocity, 1 to 127, of the softest hit.</summary>
    public int LowVelocity { get; set; } = HitVelocity.Softest;

    /// <summary>The velocity, 1 to 127, of the loudest hit.</summary>
    public int HighVelocity { get; set; } = HitVelocity.Loudest;

    /// <summary>How the decoded beat is varied still. Locked rows are not: they are kept as they were heard.</summary>
    public PatternVariation Variation { get; set; }

    /// <summary>The voices that are hit at a step.</summary>
    /// <param name="beat">The beat that plays.</param>
    /// <param name="locks">The voices that play other rows instead.</param>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="rise">How far the fill has risen, 0 to 1; 0 outside of it.</param>
    /// <returns>A mask: bit v set for voice v.</returns>
    public int At(DecodedPattern beat, PinnedRows locks, int step, double rise)
    {
        double fill = HitThreshold.FillOdds(Fill, rise);
        ReadOnlySpan<float> cells = beat.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
        int hits;
        if (Variation.Amount > 0)
        {
            Span<float> varied = stackalloc float[Pattern.VoiceCount];
            cells.CopyTo(varied);
            int mask = Variation.Vary(step, varied, beat.Thresholds);
            hits = HitThreshold.Reaching(mask, varied, beat.Thresholds, _odds, fill);
        }
        else
        {
            hits = HitThreshold.Reaching(beat.Pattern[step], cells, beat.Thresholds, _odds, fill);
        }

        return WithLocks(hits, locks, step, fill);
    }

    /// <summary>How hard a voice is hit: <see cref="HitVelocity"/>, laid evenly over the range that is set.</summary>
    public int VelocityOf(DecodedPattern beat, PinnedRows locks, int step, int voice)
    {
        int cell = step * Pattern.VoiceCount + voice;
        float probability = (locks.Voices >> voice & 1) != 0
            ? locks.Probabilities[cell]
            : Variation.Vary(step, voice, beat.Probabilities[cell]);
        return HitVelocity.Within(LowVelocity, HighVelocity, HitVelocity.Of(step, probability));
    }

    private int WithLocks(int hits, PinnedRows locks, int step, double fill)
    {
        if (locks.Voices == 0)
        {
            return hits;
        }

        ReadOnlySpan<float> cells = locks.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
        int locked = HitThreshold.Reaching(locks.Masks[step], cells, locks.Thresholds, _odds, fill);
        return (hits & ~locks.Voices) | (locked & locks.Voices);
    }
}
