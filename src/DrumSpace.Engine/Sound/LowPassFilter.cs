namespace DrumSpace.Engine.Sound;

/// <summary>
/// A resonant low-pass filter of 12 dB an octave that stays stable while its cutoff moves: the trapezoidal state variable filter
/// (Zavalishin, "The Art of VA Filter Design", 2012, in the form of Simper, "Solving the continuous SVF equations using trapezoidal
/// integration", 2013).
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct LowPassFilter
{
    private double _a1, _a2, _a3, _state1, _state2;

    /// <summary>Sets the cutoff and the resonance.</summary>
    /// <param name="cutoff">Cycles a frame, above 0 and below a half.</param>
    /// <param name="damping">1 / Q: 2 without resonance, less with more.</param>
    public void Tune(double cutoff, double damping)
    {
        double g = Math.Tan(Math.PI * cutoff);
        _a1 = 1 / (1 + (g * (g + damping)));
        _a2 = g * _a1;
        _a3 = g * _a2;
    }

    /// <summary>Clears the state.</summary>
    public void Clear() => (_state1, _state2) = (0, 0);

    /// <summary>The next output for the next input.</summary>
    public double Next(double input)
    {
        double difference = input - _state2;
        double band = (_a1 * _state1) + (_a2 * difference);
        double low = _state2 + (_a2 * _state1) + (_a3 * difference);
        _state1 = (2 * band) - _state1;
        _state2 = (2 * low) - _state2;
        return low;
    }
}
