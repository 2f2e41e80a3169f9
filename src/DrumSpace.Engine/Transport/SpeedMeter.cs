namespace DrumSpace.Engine.Transport;

/// <summary>
/// Measures how fast the reported position moves against the tempo: 1 in most hosts, another speed with varispeed. A speed counts once it
/// was measured twice in a row, so that a jump is none.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct SpeedMeter
{
    /// <summary>The highest speed that is followed.</summary>
    public const double MaxValue = 8;

    // Nearer to 1 it is the host's rounding of tempo and position, which the position's own correction follows better.
    private const double MinDifference = 0.02;

    // Quarters, and half steps of the host's rounding, in a measurement: jitter and rounding are then at most 2 percent of it.
    private const double MinQuarters = 0.25;
    private const double MinHalfSteps = 100;

    private double _start = double.NaN;
    private double _expected;
    private double _last = 1;

    public SpeedMeter()
    {
    }

    /// <summary>The speed: 1 is the tempo's.</summary>
    public double Value { get; private set; } = 1;

    /// <summary>Observes a reported position; not one that is repeated while the song runs on, which says nothing.</summary>
    /// <param name="ppq">The position in quarters.</param>
    /// <param name="isContinuous">Whether the song neither went back nor wrapped since the last report.</param>
    /// <param name="halfStep">Half of the host's rounding, in quarters.</param>
    public void Observe(double ppq, bool isContinuous, double halfStep)
    {
        if (!isContinuous || double.IsNaN(_start))
        {
            (_start, _expected) = (ppq, 0);
            return;
        }

        double moved = ppq - _start;
        if (moved > MaxValue * _expected + MinQuarters)
        {
            (_start, _expected) = (ppq, 0);
            return;
        }

        if (moved <= 0 || _expected < Math.Max(MinQuarters, MinHalfSteps * halfStep))
        {
            return;
        }

        double speed = Math.Min(moved / _expected, MaxValue);
        (_start, _expected) = (ppq, 0);
        if (Math.Abs(speed - _last) <= MinDifference * speed)
        {
            Value = Math.Abs(speed - 1) <= MinDifference ? 1 : speed;
        }

        _last = speed;
    }

    /// <summary>Moves on.</summary>
    /// <param name="quarters">By how many quarters the tempo says.</param>
    public void Advance(double quarters) => _expected += quarters;
}
