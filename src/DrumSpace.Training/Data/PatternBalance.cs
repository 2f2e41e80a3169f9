using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>How much each pattern of a training set counts.</summary>
/// <param name="FileExponent">
/// How much less each pattern of a long file counts: 0: every pattern alike; 1: every file. One drummer's quarter of an hour gives hundreds
/// of patterns that differ by a hit or two, and a song of three minutes a handful. A pattern counts 1 over its file's patterns, raised to
/// the exponent.
/// </param>
/// <param name="TypicalShare">Which share of the patterns, so counted, is typical, 0 to 1: those with the least distance to other files.</param>
/// <param name="TypicalFactor">How many times as much as the others a typical pattern counts, above 0.</param>
public sealed record PatternBalance(double FileExponent, double TypicalShare = 0, double TypicalFactor = 1)
{
    /// <summary>
    /// Which share of the other files must come near a pattern for it to be near them, at least one of them: a few may be other takes of the
    /// same groove, one in twelve is a custom. A model that learns patterns counted so has more precision and recall together, at about as
    /// many hits a pattern, than one that counts by the three nearest files (the flagship's model card has the figures).
    /// </summary>
    public const double TypicalReach = 0.08;

    /// <summary>Weighs patterns.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="files">The number of each pattern's file.</param>
    /// <returns>One weight a pattern, above 0.</returns>
    public double[] Weigh(Pattern[] patterns, ReadOnlySpan<int> files)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(files.Length, patterns.Length, nameof(files));
        var sizes = new Dictionary<int, int>();
        foreach (int file in files)
        {
            sizes[file] = sizes.GetValueOrDefault(file) + 1;
        }

        double[] weights = new double[patterns.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Pow(sizes[files[i]], -FileExponent);
        }

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
