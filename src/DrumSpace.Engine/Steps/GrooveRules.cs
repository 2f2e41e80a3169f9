using DrumSpace.Engine.Memory;
using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>How a hit is played: between the rule's velocity on the grid and what the model has learnt of drummers.</summary>
/// <remarks>Audio thread; the settings belong to it too. Does not allocate, block or throw.</remarks>
internal sealed class GrooveRules
{
    /// <summary>How far off its step a hit can be, in steps, either way.</summary>
    public const double MaxOffset = 0.5;

    /// <summary>0 to 1: how far velocities go from the rule's to the learnt ones.</summary>
    public double Velocity { get; set; }

    /// <summary>0 to 1: the part of the learnt offset by which a hit leaves its step.</summary>
    public double Timing { get; set; }

    /// <summary>How hard a voice is hit; a voice without a groove as the rule says.</summary>
    /// <param name="rules">What gives the rule's velocity, and the range over which the learnt ones are laid: 0 is its low end, 1 its high.</param>
    /// <param name="beat">The beat that plays.</param>
    /// <param name="locks">The voices that play other rows instead.</param>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="voice">0 to 13.</param>
    /// <returns>1 to 127.</returns>
    public int VelocityOf(HitRules rules, DecodedPattern beat, PinnedRows locks, int step, int voice)
    {
        int ruled = rules.VelocityOf(beat, locks, step, voice);
        if (Velocity == 0 || !HasGroove(beat, locks, voice))
        {
            return ruled;
        }

        float learnt = (IsLocked(locks, voice) ? locks.Velocities : beat.Velocities)[step * Pattern.VoiceCount + voice];
        if (learnt is not (>= 0 and <= 1))
        {
            return ruled;
        }

        double played = rules.LowVelocity + learnt * (rules.HighVelocity - rules.LowVelocity);
        return (int)Math.Round(ruled + Velocity * (played - ruled));
    }

    /// <summary>How far from its step a voice is hit, in steps: -0.5 (early) to 0.5 (late); a voice without a groove on it.</summary>
    /// <param name="beat">The beat that plays.</param>
    /// <param name="locks">The voices that play other rows instead.</param>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="voice">0 to 13.</param>
    public double OffsetOf(DecodedPattern beat, PinnedRows locks, int step, int voice)
    {
        if (Timing == 0 || !HasGroove(beat, locks, voice))
        {
            return 0;
        }

        float learnt = (IsLocked(locks, voice) ? locks.Offsets : beat.Offsets)[step * Pattern.VoiceCount + voice];
        return learnt is >= (float)-MaxOffset and <= (float)MaxOffset ? Timing * learnt : 0;
    }

    private static bool IsLocked(PinnedRows locks, int voice) => (locks.Voices >> voice & 1) != 0;

    private static bool HasGroove(DecodedPattern beat, PinnedRows locks, int voice) =>
        IsLocked(locks, voice) ? (locks.GrooveVoices >> voice & 1) != 0 : beat.HasGroove;
}
