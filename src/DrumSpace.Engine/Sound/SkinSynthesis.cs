using static DrumSpace.Engine.Sound.Biquad;

namespace DrumSpace.Engine.Sound;

/// <summary>Drums with a skin: falling sines for its modes, and bursts of noise for the stroke.</summary>
/// <remarks>Not for the audio thread: allocates, and takes milliseconds.</remarks>
internal static class SkinSynthesis
{
    // The second mode of an ideal circular membrane, relative to the first (zeros of the Bessel functions: 3.8317 / 2.4048).
    private const double SecondMode = 1.593;

    /// <summary>The bass drum; a little saturation adds the overtones that small loudspeakers need.</summary>
    public static float[] BassDrum(double sampleRate) => new OneShot(sampleRate, 0.55)
        .AddPartial(49, 190, 0.018, 0.15, 1)
        .AddNoise(BandPass(3500, 0.7, sampleRate), 0.004, 0.5, 1)
        .Saturate(1.8f)
        .Finish(0.6f);

    /// <summary>The snare drum; its wires are the longer noise.</summary>
    public static float[] Snare(double sampleRate) => new OneShot(sampleRate, 0.4)
        .AddPartial(182, 60, 0.02, 0.055, 0.75)
        .AddPartial(331, 70, 0.015, 0.035, 0.4)
        .AddNoise(HighPass(1400, 0.7, sampleRate), 0.075, 0.7, 2)
        .AddNoise(BandPass(5200, 0.8, sampleRate), 0.008, 0.8, 3)
        .Finish(0.45f);

    /// <summary>A tom of a pitch in hertz, a length and a decay in seconds.</summary>
    public static float[] Tom(double sampleRate, double frequency, double seconds, double decay) => new OneShot(sampleRate, seconds)
        .AddPartial(frequency, 0.7 * frequency, 0.035, decay, 1)
        .AddPartial(frequency * SecondMode, 0.5 * frequency, 0.03, decay * 0.4, 0.35)
        .AddNoise(BandPass(2200, 0.6, sampleRate), 0.007, 0.5, 4)
        .Finish(0.42f);

    /// <summary>A bongo or conga of a pitch in hertz, a length and a decay in seconds, and a peak level.</summary>
    public static float[] HandDrum(double sampleRate, double frequency, double seconds, double decay, float peak) =>
        new OneShot(sampleRate, seconds)
            .AddPartial(frequency, 0.25 * frequency, 0.012, decay, 1)
            .AddPartial(frequency * SecondMode, 0.2 * frequency, 0.012, decay * 0.45, 0.3)
            .AddNoise(BandPass(2800, 0.9, sampleRate), 0.005, 0.7, 5)
            .Finish(peak);
}
