using System.Numerics;

namespace DrumSpace.Host;

/// <summary>A histogram of the durations of blocks, in nanoseconds.</summary>
/// <remarks>
/// One thread writes; it does not allocate. Buckets are log-linear, as in HdrHistogram: 64 to an octave, so that a percentile is at most
/// 1.6 % too high.
/// </remarks>
public sealed class BlockTimings
{
    private const int SubBits = 6;
    private readonly long[] _buckets = new long[(64 - SubBits + 1) << SubBits];
    private long _total;

    /// <summary>The number of blocks.</summary>
    public long Count { get; private set; }

    /// <summary>The exact duration of the longest block; 0 without blocks.</summary>
    public long Max { get; private set; }

    /// <summary>The mean duration; 0 without blocks.</summary>
    public double Mean => Count == 0 ? 0 : (double)_total / Count;

    /// <summary>Adds a block.</summary>
    /// <param name="nanoseconds">At least 0.</param>
    public void Add(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        int shift = Math.Max(0, BitOperations.Log2((ulong)nanoseconds) - SubBits);
        _buckets[(shift << SubBits) + (int)(nanoseconds >> shift)]++;
        Count++;
        _total += nanoseconds;
        Max = Math.Max(Max, nanoseconds);
    }

    /// <summary>The duration that a share of the blocks does not exceed.</summary>
    /// <param name="share">0 to 1, for example 0.99.</param>
    /// <returns>Nanoseconds; 0 without blocks.</returns>
    public long Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        long left = Math.Max(1, (long)Math.Ceiling(share * Count));
        for (int bucket = 0; bucket < _buckets.Length; bucket++)
        {
            left -= _buckets[bucket];
            if (left <= 0)
            {
                int shift = Math.Max(0, (bucket >> SubBits) - 1);
                long upper = ((bucket - ((long)shift << SubBits) + 1) << shift) - 1;
                return Math.Min(upper, Max);
            }
        }

        return 0;
    }

    /// <summary>Removes all blocks.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Count = Max = _total = 0;
    }
}
