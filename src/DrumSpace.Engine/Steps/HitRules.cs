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

    /// <summary>The voices that are hit at a step.</summary>
    /// <param name="beat">The beat that plays.</param>
    /// <param name="locks">The voices that play other rows instead.</param>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="rise">How far the fill has risen, 0 to 1; 0 outside of it.</param>
    /// <returns>A mask: bit v set for voice v.</returns>
    public int At(Beat beat, LockedRows locks, int step, double rise)
    {
        double fill = HitThreshold.FillOdds(Fill, rise);
        int hits = Reaching(beat.Pattern[step], beat.Probabilities, beat.Thresholds, step, fill);
        return locks.Voices == 0
            ? hits
            : (hits & ~locks.Voices) | (Reaching(locks.Masks[step], locks.Probabilities, locks.Thresholds, step, fill) & locks.Voices);
    }

    /// <summary>How hard a voice is hit: <see cref="HitVelocity"/>, laid evenly over the range that is set.</summary>
    public int VelocityOf(Beat beat, LockedRows locks, int step, int voice)
    {
        float[] probabilities = (locks.Voices >> voice & 1) != 0 ? locks.Probabilities : beat.Probabilities;
        int velocity = HitVelocity.Of(step, probabilities[step * Pattern.VoiceCount + voice]);
        int range = HighVelocity - LowVelocity;
        return LowVelocity
            + (int)Math.Round((velocity - HitVelocity.Softest) * range / (double)(HitVelocity.Loudest - HitVelocity.Softest));
    }

    private int Reaching(int mask, float[] probabilities, float[] thresholds, int step, double fill)
    {
        ReadOnlySpan<float> cells = probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
        return HitThreshold.Reaching(mask, cells, thresholds, _odds, fill);
    }
}
