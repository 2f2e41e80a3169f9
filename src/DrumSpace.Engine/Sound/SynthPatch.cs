using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Sound;

/// <summary>How the melody's voice sounds in a role: two sawtooths through a low-pass filter whose cutoff follows the note. The figures are a choice.</summary>
/// <param name="SecondRatio">The pitch of the second sawtooth, relative to the first.</param>
/// <param name="SecondGain">Its loudness; below 0 with a ratio of 1 the two make a pulse, because they are half a period apart.</param>
/// <param name="Cutoff">The filter's cutoff at rest, in harmonics of the note.</param>
/// <param name="Sweep">How far above it the cutoff is at a note's start, in harmonics, at full velocity.</param>
/// <param name="SweepTime">Seconds in which that falls to 1/e.</param>
/// <param name="Damping">1 / Q of the filter.</param>
/// <param name="Sustain">The level that a held note falls to, of its first.</param>
/// <param name="Decay">Seconds in which it falls there, to 1/e of the way.</param>
/// <param name="Release">Seconds in which a note that ended falls to 1/e.</param>
/// <param name="Glide">Seconds in which a note that begins while another sounds goes 1 - 1/e of the way to its pitch.</param>
/// <param name="Gain">The loudness at full velocity.</param>
internal sealed record MelodyTone(
    double SecondRatio, double SecondGain, double Cutoff, double Sweep, double SweepTime, double Damping, double Sustain, double Decay,
    double Release, double Glide, double Gain)
{
    /// <summary>A bass: a pulse with half of a sawtooth's even partials, plucked by its filter.</summary>
    public static MelodyTone Bass { get; } = new(1, -0.5, 3, 9, 0.11, 1.1, 0.7, 0.25, 0.035, 0.004, 0.36);

    /// <summary>A lead: two sawtooths eight cents apart.</summary>
    public static MelodyTone Lead { get; } = new(1.0046, 0.8, 5, 7, 0.2, 1.3, 0.75, 0.35, 0.08, 0.006, 0.25);

    /// <summary>The tone of a role.</summary>
    public static MelodyTone Of(MelodyRole role) => role == MelodyRole.Bass ? Bass : Lead;
}
