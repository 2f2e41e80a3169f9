using DrumSpace.Music.Melody;

namespace DrumSpace.Engine.Sound;

/// <summary>A patch of the mono synth: two sawtooths, a low-pass filter that tracks the note, and two envelopes. Set by ear.</summary>
/// <param name="Detune">The frequency of the second oscillator, relative to the first.</param>
/// <param name="SecondGain">Its gain, linear. Below 0 without detune the two make a pulse, because they are half a cycle apart.</param>
/// <param name="Cutoff">The filter's cutoff at rest, in harmonics of the note.</param>
/// <param name="Sweep">How far the filter envelope raises the cutoff at full velocity, in harmonics.</param>
/// <param name="SweepTime">Seconds in which that falls to 1/e.</param>
/// <param name="Damping">1 / Q of the filter.</param>
/// <param name="Sustain">The level of a held note, relative to its peak.</param>
/// <param name="Decay">Seconds in which a note falls 1 - 1/e of the way from its peak to that level.</param>
/// <param name="Release">Seconds in which a released note falls to 1/e.</param>
/// <param name="Portamento">Seconds in which a note that takes over goes 1 - 1/e of the way to its pitch.</param>
/// <param name="Gain">The gain at full velocity, linear.</param>
public sealed record SynthPatch(
    double Detune, double SecondGain, double Cutoff, double Sweep, double SweepTime, double Damping, double Sustain, double Decay,
    double Release, double Portamento, double Gain)
{
    /// <summary>A bass: a pulse with half of a sawtooth's even partials, plucked by the filter.</summary>
    public static SynthPatch Bass { get; } = new(1, -0.5, 3, 9, 0.11, 1.1, 0.7, 0.25, 0.035, 0.004, 0.36);

    /// <summary>A lead: two sawtooths eight cents apart.</summary>
    public static SynthPatch Lead { get; } = new(1.0046, 0.8, 5, 7, 0.2, 1.3, 0.75, 0.35, 0.08, 0.006, 0.25);

    /// <summary>The patch of a role.</summary>
    public static SynthPatch Of(MelodyRole role) => role == MelodyRole.Bass ? Bass : Lead;
}
