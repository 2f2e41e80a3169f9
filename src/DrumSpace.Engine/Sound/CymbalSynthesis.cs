using static DrumSpace.Engine.Sound.Biquad;

namespace DrumSpace.Engine.Sound;

/// <summary>Cymbals and hi-hats: a cluster of square oscillators and noise, both high-passed.</summary>
/// <remarks>Not for the audio thread: allocates, and takes milliseconds.</remarks>
internal static class CymbalSynthesis
{
    // The frequencies of the TR-808's six square oscillators, in hertz (Werner, Abel and Smith, "The TR-808 Cymbal: a Physically-Informed,
    // Circuit-Bendable, Digital Model", 2014).
    private static readonly double[] Frequencies = [205.3, 304.4, 369.6, 522.7, 540.0, 800.0];

    /// <summary>A hi-hat, closed or open by its length and decay in seconds, with a peak level.</summary>
    public static float[] HiHat(double sampleRate, double seconds, double decay, float peak) => new OneShot(sampleRate, seconds)
        .Add(Metal(sampleRate, 1.6, HighPass(7200, 0.9, sampleRate)), decay, 1)
        .AddNoise(HighPass(8200, 0.7, sampleRate), decay * 0.8, 0.5, 7)
        .Finish(peak);

    /// <summary>The crash cymbal.</summary>
    public static float[] Crash(double sampleRate) => new OneShot(sampleRate, 2.2)
        .Add(Metal(sampleRate, 2.3, HighPass(4200, 0.7, sampleRate)), 0.45, 0.6)
        .AddNoise(HighPass(3200, 0.7, sampleRate), 0.38, 0.8, 8)
        .AddNoise(BandPass(1800, 0.6, sampleRate), 0.06, 0.6, 9)
        .Finish(0.33f);

    /// <summary>The ride cymbal; three steady partials are its ping.</summary>
    public static float[] Ride(double sampleRate) => new OneShot(sampleRate, 1.6)
        .Add(Metal(sampleRate, 1.9, HighPass(5000, 0.7, sampleRate)), 0.32, 0.16)
        .AddPartial(3140, 0, 1, 0.3, 0.3)
        .AddPartial(4730, 0, 1, 0.22, 0.22)
        .AddPartial(5985, 0, 1, 0.15, 0.16)
        .AddNoise(BandPass(7000, 0.8, sampleRate), 0.006, 0.6, 10)
        .Finish(0.2f);

    // The oscillators' sum at a multiple of their pitch, filtered twice: once leaves too much of that pitch.
    private static Func<double> Metal(double sampleRate, double pitch, Biquad filter)
    {
        Biquad second = filter;
        double[] phases = new double[Frequencies.Length];
        double perFrame = pitch / sampleRate;
        return () =>
        {
            double sum = 0;
            for (int k = 0; k < phases.Length; k++)
            {
                double phase = phases[k] + Frequencies[k] * perFrame;
                phase -= phase >= 1 ? (int)phase : 0;
                phases[k] = phase;
                sum += phase < 0.5 ? 1 : -1;
            }

            return second.Next(filter.Next(sum));
        };
    }
}
