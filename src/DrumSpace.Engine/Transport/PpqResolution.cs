namespace DrumSpace.Engine.Transport;

/// <summary>
/// Detects how a host rounds the position that it reports: to ticks of a quarter (1/384 in MusE, 1/1920 in Ardour), to a 32-bit float, to
/// both (1/7680 in Qtractor), or not at all. The true position lies within <see cref="HalfStep"/> of the reported one.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PpqResolution
{
    private int _candidate;
    private bool _isExact;
    private bool _isConfirmed;

    // Ticks a quarter that sequencers use, coarse to fine. Finer ones are exact to about a frame.
    private static ReadOnlySpan<int> Ticks => [96, 192, 384, 480, 768, 960, 1920, 3840, 7680, 15360];

    /// <summary>Half the distance between two positions that the host can report, in quarters; 0 when it reports exactly.</summary>
    public double HalfStep { get; private set; }

    /// <summary>Observes a reported position; a resolution that it contradicts is ruled out for good.</summary>
    public void Observe(double ppq)
    {
        float single = (float)ppq;
        _isExact |= single != ppq;
        double singleStep = _isExact ? 0 : MathF.BitIncrement(MathF.Abs(single)) - MathF.Abs(single);
        while (_candidate < Ticks.Length)
        {
            int perQuarter = Ticks[_candidate];
            if (4 * singleStep > 1.0 / perQuarter)
            {
                // This far into the song, floats are too coarse to show such ticks: the earlier observation holds.
                HalfStep = (_isConfirmed ? 0.5 / perQuarter : 0) + 0.5 * singleStep;
                return;
            }

            double toTick = Math.Abs(ppq - Math.Round(ppq * perQuarter) / perQuarter);

            // Whole quarters plus a fraction, added in floats, may be one float away from the tick.
            if (toTick < 1e-6 / perQuarter || toTick <= singleStep)
            {
                HalfStep = 0.5 / perQuarter + 0.5 * singleStep;
                _isConfirmed = true;
                return;
            }

            _isConfirmed = false;
            _candidate++;
        }

        HalfStep = 0.5 * singleStep;
    }
}
