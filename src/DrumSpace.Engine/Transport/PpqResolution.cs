namespace DrumSpace.Engine.Transport;

/// <summary>
/// Learns how coarsely a host rounds its position: to ticks of a quarter (1/384 in MusE, 1/1920 in Ardour), to a 32-bit float (Qtractor),
/// or not at all. A report then says only that the true position lies within <see cref="HalfStep"/> of it.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct PpqResolution
{
    private int _candidate;
    private bool _isExact;

    // Ticks of a quarter that sequencers count in, coarse to fine. Finer ones are within a sample of exact.
    private static ReadOnlySpan<int> Ticks => [96, 192, 384, 480, 768, 960, 1920, 3840, 7680, 15360];

    /// <summary>Half the distance between two positions that the host can report, in quarters; 0 when it reports exactly.</summary>
    public double HalfStep { get; private set; }

    /// <summary>Takes a reported position into account: what it contradicts is never believed again.</summary>
    public void Observe(double ppq)
    {
        while (_candidate < Ticks.Length)
        {
            double ticks = ppq * Ticks[_candidate];
            if (Math.Abs(ticks - Math.Round(ticks)) < 1e-6)
            {
                HalfStep = 0.5 / Ticks[_candidate];
                return;
            }

            _candidate++;
        }

        float single = (float)ppq;
        _isExact |= single != ppq;
        HalfStep = _isExact ? 0 : 0.5 * (MathF.BitIncrement(MathF.Abs(single)) - MathF.Abs(single));
    }
}
