using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Decides which voices of a pattern are hit at a step, how hard, and how far off the grid: where probabilities become notes.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal sealed class HitRules
{
    /// <summary>How far off its step a hit can be, in steps, either way.</summary>
    public const double MaxOffset = 0.5;

    private double _densityOdds = 1;
    private double _fill;
    private int _fillSteps;
    private int _lowVelocity = HitVelocity.Softest;
    private int _highVelocity = HitVelocity.Loudest;
    private double _grooveVelocity;
    private double _grooveTiming;

    /// <summary>Takes other settings.</summary>
    public void Apply(in EngineSettings settings)
    {
        _densityOdds = HitThreshold.DensityOdds(settings.Density);
        _fill = settings.Fill > 0 ? settings.Fill : 1;
        _fillSteps = PatternFill.StepsOf(_fill);
        _lowVelocity = settings.LowVelocity;
        _highVelocity = settings.HighVelocity;
        _grooveVelocity = settings.GrooveVelocity;
        _grooveTiming = settings.GrooveTiming;
    }

    /// <summary>The voices that are hit at a step.</summary>
    /// <param name="pattern">The pattern that plays.</param>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="fill">Where the step lies in a fill.</param>
    /// <returns>A mask: bit v set for voice v.</returns>
    public int HitsAt(PlayablePattern pattern, int step, in FillPlace fill)
    {
        PatternFill learnt = pattern.Fill;
        int hits = HitThreshold.Reaching(
            pattern.Decoded.Pattern[step],
            pattern.Decoded.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount),
            pattern.Decoded.Thresholds,
            _densityOdds,
            learnt.Voices == 0 ? HitThreshold.FillOdds(_fill, fill.Rise) : 1);
        return learnt.Voices != 0 && fill.IsInLast(_fillSteps)
            ? (hits & ~learnt.Voices) | (learnt.HitsAt(fill.Step, _densityOdds) & learnt.Voices)
            : hits;
    }

    /// <summary>
    /// How hard a voice is hit: between the rule's velocity (<see cref="HitVelocity"/>) and the learnt drummer's, both over the range that
    /// is set.
    /// </summary>
    /// <returns>1 to 127.</returns>
    public int VelocityOf(PlayablePattern pattern, int step, int voice, in FillPlace fill)
    {
        bool isFilled = IsFilled(pattern, voice, fill);
        int cell = CellOf(step, voice, isFilled, fill);
        float probability = (isFilled ? pattern.Fill.Probabilities : pattern.Decoded.Probabilities)[cell];
        int ruled = HitVelocity.Within(_lowVelocity, _highVelocity, HitVelocity.Of(isFilled ? fill.Step : step, probability));
        float learnt = (isFilled ? pattern.Fill.Velocities : pattern.Velocities)[cell];
        if (_grooveVelocity == 0 || !HasGroove(pattern, voice) || learnt is not (>= 0 and <= 1))
        {
            return ruled;
        }

        double played = _lowVelocity + learnt * (_highVelocity - _lowVelocity);
        return (int)Math.Round(ruled + _grooveVelocity * (played - ruled));
    }

    /// <summary>How far from its step a voice is hit, in steps: -0.5 (early) to 0.5 (late); 0 for a voice without a groove.</summary>
    public double OffsetOf(PlayablePattern pattern, int step, int voice, in FillPlace fill)
    {
        bool isFilled = IsFilled(pattern, voice, fill);
        float learnt = (isFilled ? pattern.Fill.Offsets : pattern.Offsets)[CellOf(step, voice, isFilled, fill)];
        bool isPlayed = _grooveTiming > 0 && HasGroove(pattern, voice) && learnt is >= (float)-MaxOffset and <= (float)MaxOffset;
        return isPlayed ? _grooveTiming * learnt : 0;
    }

    private static bool HasGroove(PlayablePattern pattern, int voice) => (pattern.GrooveVoices >> voice & 1) != 0;

    private static int CellOf(int step, int voice, bool isFilled, in FillPlace fill) =>
        (isFilled ? fill.Step : step) * Pattern.VoiceCount + voice;

    private bool IsFilled(PlayablePattern pattern, int voice, in FillPlace fill) =>
        (pattern.Fill.Voices >> voice & 1) != 0 && fill.IsInLast(_fillSteps);
}
