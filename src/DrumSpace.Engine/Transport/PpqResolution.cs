namespace DrumSpace.Engine.Transport;

/// <summary>
/// Learns how coarsely a host rounds its position: to ticks of a quarter (1/384 in MusE, 1/1920 in Ardour), to a 32-bit float, to both
/// (1/7680 in Qtractor), or not at all. A report then says only that the true position lies within <see cref="HalfStep"/> of it.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PpqResolution
{
    private int _candidate;
    private bool _isExact;
    private bool _isConfirmed;

    // Ticks of a quarter that sequencers count in, coarse to fine. Finer ones are within a sample of exact.
    private static ReadOnlySpan<int> Ticks => [96, 192, 384, 480, 768, 960, 1920, 3840, 7680, 15360];

    /// <summary>Half the distance between two positions that the host can report, in quarters; 0 when it reports exactly.</summary>
    public double HalfStep { get; private set; }

    /// <summary>Takes a reported position into account: what it contradicts is never believed again.</summary>
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
                // So far into the song, floats are too coarse to show such ticks: what was seen before holds.
                HalfStep = (_isConfirmed ? 0.5 / perQuarter : 0) + 0.5 * singleStep;
                return;
            }

            double toTick = Math.Abs(ppq - Math.Round(ppq * perQuarter) / perQuarter);

            // The sum of whole quarters and a part of one, in floats, may be a step of a float away from the tick.
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
