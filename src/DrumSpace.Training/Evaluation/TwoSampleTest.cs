using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// The two-sample test by nearest neighbours (Lopez-Paz and Oquab 2017, "Revisiting Classifier Two-Sample Tests"): how often the nearest
/// other pattern of both sets together (leave-one-out, Hamming distance) is of a pattern's own set. 0.5 where samples cannot be told from
/// real patterns; 1 where they always can; below 0.5 where samples repeat real patterns.
/// </summary>
/// <remarks>Of several nearest patterns each counts in equal parts. Both sets must have the same size, as in
/// <see cref="PrecisionRecall"/>.</remarks>
public static class TwoSampleTest
{
    /// <summary>Measures the accuracy; a mean over parts of the larger set.</summary>
    /// <param name="real">Real patterns.</param>
    /// <param name="samples">A model's samples.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    /// <returns>0 to 1; null when a set is empty.</returns>
    public static double? Measure(ReadOnlySpan<Pattern> real, ReadOnlySpan<Pattern> samples, ulong seed = 0)
    {
        IReadOnlyList<(Pattern[] Real, Pattern[] Samples)> parts = EqualParts.Of(real, samples, seed);
        return parts.Count == 0 ? null : parts.Average(part => Accuracy(part.Real, part.Samples));
    }

    /// <summary>The accuracy over two sets as they are.</summary>
    /// <param name="real">At least one real pattern.</param>
    /// <param name="samples">At least one sample.</param>
    public static double Accuracy(Pattern[] real, Pattern[] samples)
    {
        Pattern[] all = [.. real, .. samples];
        var shares = new double[all.Length];
        Parallel.For(0, all.Length, i => shares[i] = ShareOfOwn(all, i, real.Length));
        return shares.Average();
    }

    private static double ShareOfOwn(Pattern[] all, int at, int realCount)
    {
        int nearest = Pattern.CellCount + 1, own = 0, others = 0;
        ref readonly Pattern pattern = ref all[at];
        for (int j = 0; j < all.Length; j++)
        {
            int distance = j == at ? int.MaxValue : pattern.DistanceTo(all[j]);
            if (distance < nearest)
            {
                (nearest, own, others) = (distance, 0, 0);
            }

            if (distance == nearest)
            {
                (own, others) = j < realCount == at < realCount ? (own + 1, others) : (own, others + 1);
            }
        }

        return (double)own / (own + others);
    }
}
