namespace DrumSpace.Training.Evaluation;

/// <summary>A distribution as shares of equally wide bins.</summary>
/// <param name="Start">The start of the first bin.</param>
/// <param name="BinWidth">The width of a bin, above 0.</param>
/// <param name="Shares">The share of values in each bin; values beyond the last bin are counted in it. Sums to 1.</param>
public sealed record Histogram(double Start, double BinWidth, IReadOnlyList<double> Shares)
{
    /// <summary>Counts values into bins.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="start">The start of the first bin; smaller values are counted in it.</param>
    /// <param name="binWidth">The width of a bin, above 0.</param>
    /// <param name="bins">The number of bins, at least 1.</param>
    public static Histogram Of(IReadOnlyCollection<double> values, double start, double binWidth, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var counts = new int[bins];
        foreach (double value in values)
        {
            counts[(int)Math.Clamp((value - start) / binWidth, 0, bins - 1)]++;
        }

        return new(start, binWidth, [.. counts.Select(count => (double)count / values.Count)]);
    }
}
