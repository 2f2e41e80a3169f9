using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>Decides which voices of a beat are hit at a step, and how hard: the one place where probabilities become notes.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal static class StepHits
{
    private const int Softest = 56;
    private const int ProbabilityRange = 40;

    /// <summary>The voices that are hit at a step of the pattern: those above the model's thresholds.</summary>
    /// <returns>A mask: bit v set for voice v.</returns>
    public static int At(Beat beat, int step) => beat.Pattern[step];

    /// <summary>
    /// How hard a voice is hit, 56 to 120: a drummer's accents (24 on the bar, 16 on the quarter, 8 on the 8th, none between) on 56, and up to
    /// 40 by how sure the model is of the hit.
    /// </summary>
    public static int VelocityOf(Beat beat, int step, int voice)
    {
        float probability = beat.Probabilities[step * Pattern.VoiceCount + voice];
        int accent = step % 16 == 0 ? 24 : step % 4 == 0 ? 16 : step % 2 == 0 ? 8 : 0;
        float certain = probability is >= 0 and <= 1 ? probability : 1;
        return Softest + accent + (int)MathF.Round(ProbabilityRange * certain);
    }
}
