using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>The weights of the patterns of a training set.</summary>
/// <param name="FileExponent">
/// A pattern's weight is 1 over the number of its file's patterns, raised to this exponent: 0 gives every pattern the same weight, 1 every
/// file. A drummer's quarter of an hour has hundreds of patterns that differ by a hit or two, and a song of three minutes a handful.
/// </param>
/// <param name="TypicalShare">The share of typical patterns by weight, 0 to 1: those nearest to other files.</param>
/// <param name="TypicalFactor">The factor of the typical patterns' weights, above 0.</param>
public sealed record PatternBalance(double FileExponent, double TypicalShare = 0, double TypicalFactor = 1)
{
    /// <summary>
    /// The share of the other files whose distance decides how typical a pattern is: its k-th nearest file, with k this share of the files,
    /// at least 1. A few near files may be other takes of the same groove; one in twelve shows a common pattern. Compared with the three
    /// nearest files, it gave a model more precision and recall together at about as many hits per pattern (the figures are in the
    /// flagship's model card).
    /// </summary>
    public const double TypicalReach = 0.08;

    /// <summary>Computes the weights of patterns.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="files">The number of each pattern's file.</param>
    /// <returns>The weight of each pattern, above 0.</returns>
    public double[] Weights(Pattern[] patterns, ReadOnlySpan<int> files)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(files.Length, patterns.Length, nameof(files));
        Dictionary<int, int> sizes = files.ToArray().CountBy(file => file).ToDictionary();
        double[] weights = [.. files.ToArray().Select(file => Math.Pow(sizes[file], -FileExponent))];
        if (TypicalShare > 0)
        {
            int rank = Math.Max(1, (int)Math.Round(TypicalReach * (sizes.Count - 1)));
            Raise(weights, FileNeighbours.Distances(patterns, files, rank));
        }

        return weights;
    }

    private void Raise(double[] weights, int[] distances)
    {
        double left = TypicalShare * weights.Sum();
        foreach (int i in Enumerable.Range(0, weights.Length).OrderBy(i => distances[i]))
        {
            left -= weights[i];
            if (left < 0)
            {
                return;
            }

            weights[i] *= TypicalFactor;
        }
    }
}
