namespace DrumSpace.Engine.Sound;

internal static partial class DrumSynthesis
{
    // The six square oscillators whose sum is the metal of the TR-808's cymbals, in hertz (Werner, Abel and Smith, "The TR-808 Cymbal: a
    // Physically-Informed, Circuit-Bendable, Digital Model", 2014).
    private static ReadOnlySpan<double> Oscillators => [205.3, 304.4, 369.6, 522.7, 540.0, 800.0];

    private static float[] HiHat(double sampleRate, double seconds, double decay, float peak)
    {
        float[] table = Table(sampleRate, seconds);
        AddMetal(table, sampleRate, 1.6, Biquad.HighPass(7200, 0.9, sampleRate), decay, 1);
        AddNoise(table, sampleRate, Biquad.HighPass(8200, 0.7, sampleRate), decay * 0.8, 0.5, 7);
        return Finish(table, peak);
    }

    private static float[] Crash(double sampleRate)
    {
        float[] table = Table(sampleRate, 2.2);
        AddMetal(table, sampleRate, 2.3, Biquad.HighPass(4200, 0.7, sampleRate), 0.45, 0.6);
        AddNoise(table, sampleRate, Biquad.HighPass(3200, 0.7, sampleRate), 0.38, 0.8, 8);
        AddNoise(table, sampleRate, Biquad.BandPass(1800, 0.6, sampleRate), 0.06, 0.6, 9);
        return Finish(table, 0.33f);
    }

    private static float[] Ride(double sampleRate)
    {
        float[] table = Table(sampleRate, 1.6);
        AddMetal(table, sampleRate, 1.9, Biquad.HighPass(5000, 0.7, sampleRate), 0.32, 0.16);
        new Partial(3140, 0, 1, 0.3, 0.3).AddTo(table, sampleRate);
        new Partial(4730, 0, 1, 0.22, 0.22).AddTo(table, sampleRate);
        new Partial(5985, 0, 1, 0.15, 0.16).AddTo(table, sampleRate);
        AddNoise(table, sampleRate, Biquad.BandPass(7000, 0.8, sampleRate), 0.006, 0.6, 10);
        return Finish(table, 0.2f);
    }

    private static void AddMetal(float[] table, double sampleRate, double pitch, Biquad filter, double decay, double gain)
    {
        // Twice the same filter: one leaves too much of the oscillators' own pitch.
        Biquad again = filter;
        Span<double> phases = stackalloc double[Oscillators.Length];
        double factor = Math.Exp(-1 / (decay * sampleRate));
        double perFrame = pitch / sampleRate;
        for (int i = 0; i < table.Length && gain > Inaudible; i++)
        {
            double sum = 0;
            for (int k = 0; k < phases.Length; k++)
            {
                double phase = phases[k] + Oscillators[k] * perFrame;
                phase -= phase >= 1 ? (int)phase : 0;
                phases[k] = phase;
                sum += phase < 0.5 ? 1 : -1;
            }

            table[i] += (float)(gain * again.Next(filter.Next(sum)));
            gain *= factor;
        }
    }
}
