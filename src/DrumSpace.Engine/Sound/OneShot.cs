namespace DrumSpace.Engine.Sound;

/// <summary>Builds the sample of a drum: adds up oscillators and filtered noise, each with an exponential decay.</summary>
/// <remarks>Not for the audio thread: allocates, and takes milliseconds.</remarks>
/// <param name="sampleRate">Frames a second.</param>
/// <param name="seconds">The length of the sample.</param>
internal sealed class OneShot(double sampleRate, double seconds)
{
    // The gain at which a source is cut off: -100 dB.
    private const double Inaudible = 1e-5;

    // The part of the sample that fades out.
    private const double FadeOut = 0.1;

    private readonly float[] _samples = new float[Math.Max(16, (int)(seconds * sampleRate))];

    /// <summary>Adds a source.</summary>
    /// <param name="source">Returns the source's next value at each call.</param>
    /// <param name="decay">Seconds in which its gain falls to 1/e; infinite for a source with an envelope of its own.</param>
    /// <param name="gain">Its gain at the start, linear.</param>
    public OneShot Add(Func<double> source, double decay, double gain)
    {
        double factor = Math.Exp(-1 / (decay * sampleRate));
        for (int i = 0; i < _samples.Length && gain > Inaudible; i++)
        {
            _samples[i] += (float)(gain * source());
            gain *= factor;
        }

        return this;
    }

    /// <summary>Adds a sine that falls in pitch, as the mode of a struck skin does.</summary>
    /// <param name="frequency">The frequency in hertz that it settles at.</param>
    /// <param name="sweep">Hertz above that at the start.</param>
    /// <param name="sweepTime">Seconds in which the sweep falls to 1/e.</param>
    /// <param name="decay">Seconds in which the gain falls to 1/e.</param>
    /// <param name="gain">The gain at the start, linear.</param>
    public OneShot AddPartial(double frequency, double sweep, double sweepTime, double decay, double gain)
    {
        double factor = Math.Exp(-1 / (sweepTime * sampleRate));
        double phase = 0;
        return Add(Next, decay, gain);

        double Next()
        {
            double value = Math.Sin(phase);
            phase += 2 * Math.PI / sampleRate * (frequency + sweep);
            sweep *= factor;
            return value;
        }
    }

    /// <summary>Adds filtered white noise.</summary>
    /// <param name="filter">Shapes it.</param>
    /// <param name="decay">Seconds in which the gain falls to 1/e.</param>
    /// <param name="gain">The gain at the start, linear.</param>
    /// <param name="seed">Selects the noise; not 0.</param>
    public OneShot AddNoise(Biquad filter, double decay, double gain, uint seed)
    {
        Noise noise = new(seed);
        return Add(() => filter.Next(noise.Next()), decay, gain);
    }

    /// <summary>Saturates what was added so far.</summary>
    /// <param name="drive">The gain before saturation, linear.</param>
    public OneShot Saturate(float drive)
    {
        foreach (ref float sample in _samples.AsSpan())
        {
            sample = MathF.Tanh(drive * sample);
        }

        return this;
    }

    /// <summary>The sample, normalised and faded out: its last frame is exactly 0.</summary>
    /// <param name="peak">The level of its loudest frame before the fade-out.</param>
    public float[] Finish(float peak)
    {
        float loudest = 1e-9f;
        foreach (float sample in _samples)
        {
            loudest = MathF.Max(loudest, MathF.Abs(sample));
        }

        float gain = peak / loudest;
        int fade = Math.Max(1, (int)(_samples.Length * FadeOut));
        for (int i = 0; i < _samples.Length; i++)
        {
            _samples[i] *= gain * MathF.Min(1, (_samples.Length - 1 - i) / (float)fade);
        }

        return _samples;
    }
}
