namespace DrumSpace.Engine.Sound;

/// <summary>
/// A resonant low-pass filter of 12 dB an octave that stays stable while its cutoff moves: the trapezoidal state variable filter (Zavalishin,
/// "The Art of VA Filter Design", 2012, in the form that Simper gave it, "Solving the continuous SVF equations using trapezoidal
/// integration", 2013).
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct LowPass
{
    private double _a1, _a2, _a3, _first, _second;

    /// <summary>Sets the cutoff.</summary>
    /// <param name="perFrame">In periods a frame, above 0 and below a half.</param>
    /// <param name="damping">1 / Q: 2 without resonance, less with more.</param>
    public void Tune(double perFrame, double damping)
    {
        double g = Math.Tan(Math.PI * perFrame);
        _a1 = 1 / (1 + (g * (g + damping)));
        _a2 = g * _a1;
        _a3 = g * _a2;
    }

    /// <summary>Forgets what it heard.</summary>
    public void Clear() => (_first, _second) = (0, 0);

    /// <summary>The next output for the next input.</summary>
    public double Next(double input)
    {
        double third = input - _second;
        double band = (_a1 * _first) + (_a2 * third);
        double low = _second + (_a2 * _first) + (_a3 * third);
        _first = (2 * band) - _first;
        _second = (2 * low) - _second;
        return low;
    }
}
