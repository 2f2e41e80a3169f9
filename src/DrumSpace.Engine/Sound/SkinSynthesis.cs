namespace DrumSpace.Engine.Sound;

internal static partial class DrumSynthesis
{
    // The second mode of an ideal circular membrane, relative to the first (zeros of the Bessel functions: 3.8317 / 2.4048).
    private const double SecondMode = 1.593;

    private static float[] BassDrum(double sampleRate)
    {
        float[] table = Table(sampleRate, 0.55);
        new Partial(49, 190, 0.018, 0.15, 1).AddTo(table, sampleRate);
        AddNoise(table, sampleRate, Biquad.BandPass(3500, 0.7, sampleRate), 0.004, 0.5, 1);
        for (int i = 0; i < table.Length; i++)
        {
            // A little saturation gives the low tone the overtones that small loudspeakers need.
            table[i] = MathF.Tanh(1.8f * table[i]);
        }

        return Finish(table, 0.6f);
    }

    private static float[] Snare(double sampleRate)
    {
        float[] table = Table(sampleRate, 0.4);
        new Partial(182, 60, 0.02, 0.055, 0.75).AddTo(table, sampleRate);
        new Partial(331, 70, 0.015, 0.035, 0.4).AddTo(table, sampleRate);
        AddNoise(table, sampleRate, Biquad.HighPass(1400, 0.7, sampleRate), 0.075, 0.7, 2);
        AddNoise(table, sampleRate, Biquad.BandPass(5200, 0.8, sampleRate), 0.008, 0.8, 3);
        return Finish(table, 0.45f);
    }

    private static float[] Tom(double sampleRate, double frequency, double seconds, double decay)
    {
        float[] table = Table(sampleRate, seconds);
        new Partial(frequency, 0.7 * frequency, 0.035, decay, 1).AddTo(table, sampleRate);
        new Partial(frequency * SecondMode, 0.5 * frequency, 0.03, decay * 0.4, 0.35).AddTo(table, sampleRate);
        AddNoise(table, sampleRate, Biquad.BandPass(2200, 0.6, sampleRate), 0.007, 0.5, 4);
        return Finish(table, 0.42f);
    }

    private static float[] HandDrum(double sampleRate, double frequency, double seconds, double decay, float peak)
    {
        float[] table = Table(sampleRate, seconds);
        new Partial(frequency, 0.25 * frequency, 0.012, decay, 1).AddTo(table, sampleRate);
        new Partial(frequency * SecondMode, 0.2 * frequency, 0.012, decay * 0.45, 0.3).AddTo(table, sampleRate);
        AddNoise(table, sampleRate, Biquad.BandPass(2800, 0.9, sampleRate), 0.005, 0.7, 5);
        return Finish(table, peak);
    }

    private static float[] Vibraslap(double sampleRate)
    {
        const double Rattles = 24;
        float[] table = Table(sampleRate, 1.1);
        Biquad wood = Biquad.BandPass(2700, 5, sampleRate);
        Noise noise = new(6);
        for (int i = 0; i < table.Length; i++)
        {
            // The pins strike the box some 24 times a second, slower as they lose swing, each stroke a short burst.
            double time = i / sampleRate;
            double stroke = Rattles * time * (1 - 0.2 * time) % 1;
            double burst = Math.Exp(-stroke * 9 - time * 3.2);
            table[i] = (float)wood.Next(burst * noise.Next());
        }

        return Finish(table, 0.3f);
    }
}
