namespace DrumSpace.Engine.Sound;

/// <summary>
/// A second-order filter in transposed direct form II, with the coefficients of R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad
/// filter coefficients".
/// </summary>
/// <remarks>Used while samples are made, not on the audio thread.</remarks>
internal struct Biquad
{
    private double _b0, _b1, _b2, _a1, _a2, _z1, _z2;

    /// <summary>A high-pass with a cutoff in hertz.</summary>
    public static Biquad HighPass(double frequency, double q, double sampleRate)
    {
        (double cos, double alpha) = Angle(frequency, q, sampleRate);
        double a0 = 1 + alpha;
        double b0 = (1 + cos) / 2 / a0;
        return new Biquad { _b0 = b0, _b1 = -2 * b0, _b2 = b0, _a1 = -2 * cos / a0, _a2 = (1 - alpha) / a0 };
    }

    /// <summary>A band-pass about a frequency in hertz, which has gain 1.</summary>
    public static Biquad BandPass(double frequency, double q, double sampleRate)
    {
        (double cos, double alpha) = Angle(frequency, q, sampleRate);
        double a0 = 1 + alpha;
        return new Biquad { _b0 = alpha / a0, _b2 = -alpha / a0, _a1 = -2 * cos / a0, _a2 = (1 - alpha) / a0 };
    }

    /// <summary>The next output for the next input.</summary>
    public double Next(double input)
    {
        double output = _b0 * input + _z1;
        _z1 = _b1 * input - _a1 * output + _z2;
        _z2 = _b2 * input - _a2 * output;
        return output;
    }

    private static (double Cos, double Alpha) Angle(double frequency, double q, double sampleRate)
    {
        // At low sample rates the frequency is kept below Nyquist's, where the formulae are valid.
        (double sin, double cos) = Math.SinCos(2 * Math.PI * Math.Min(frequency, 0.45 * sampleRate) / sampleRate);
        return (cos, sin / (2 * q));
    }
}
