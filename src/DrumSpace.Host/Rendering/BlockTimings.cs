using System.Numerics;

namespace DrumSpace.Host;

/// <summary>A histogram of how long blocks took, in nanoseconds.</summary>
/// <remarks>
/// One thread writes; it does not allocate. Buckets are log-linear, as in HdrHistogram: 64 to a power of two, so that a percentile is
/// at most 1.6 % too high.
/// </remarks>
public sealed class BlockTimings
{
    private const int SubBits = 6;
    private readonly long[] _buckets = new long[(64 - SubBits + 1) << SubBits];

    /// <summary>The number of blocks.</summary>
    public long Count { get; private set; }

    /// <summary>The longest block, exactly; 0 when there is none.</summary>
    public long Max { get; private set; }

    /// <summary>The mean; 0 when there is none.</summary>
    public double Mean => Count == 0 ? 0 : (double)Total / Count;

    /// <summary>All blocks together.</summary>
    public long Total { get; private set; }

    /// <summary>Counts a block.</summary>
    /// <param name="nanoseconds">At least 0.</param>
    public void Add(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        int shift = Math.Max(0, BitOperations.Log2((ulong)nanoseconds) - SubBits);
        _buckets[(shift << SubBits) + (int)(nanoseconds >> shift)]++;
        Count++;
        Total += nanoseconds;
        Max = Math.Max(Max, nanoseconds);
    }

    /// <summary>The time that a share of all blocks did not exceed.</summary>
    /// <param name="share">0 to 1, for example 0.99.</param>
    /// <returns>Nanoseconds; 0 when there is no block.</returns>
    public long Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (int bucket = 0; bucket < _buckets.Length; bucket++)
        {
            seen += _buckets[bucket];
            if (seen >= rank)
            {
                int shift = Math.Max(0, (bucket >> SubBits) - 1);
                long highest = ((bucket - ((long)shift << SubBits) + 1) << shift) - 1;
                return Math.Min(highest, Max);
            }
        }

        return 0;
    }

    /// <summary>Forgets all blocks.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Count = Total = Max = 0;
    }
}
