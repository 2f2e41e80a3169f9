using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Precision and recall of samples against real patterns, after Kynkäänniemi et al. 2019, "Improved Precision and Recall Metric for
/// Assessing Generative Models": the manifold of a set is the union of balls around its members, each reaching to its k-th nearest
/// other member; k = 3, Hamming distance.
/// </summary>
/// <param name="Precision">The share of samples inside the manifold of the real patterns: how plausible samples are.</param>
/// <param name="Recall">The share of real patterns inside the manifold of the samples: how much of reality they reach.</param>
/// <param name="SetSize">How many patterns were compared with as many at a time.</param>
/// <remarks>
/// <para>Both sets must be of one size: a set's balls shrink as it grows, which would make recall depend on how many samples were drawn.
/// The larger set is therefore put into a seeded random order and cut into as many parts of the smaller one's size as it has, and the
/// figures are means over the parts.</para>
/// <para>Duplicates stay where the caller leaves them. A pattern with three copies in its part has a ball of radius 0, which holds that
/// pattern alone: a model that repeats itself gains no recall by it, while the precision of every copy counts. Real patterns should be
/// unique, since their number of copies says how long a song is.</para>
/// </remarks>
public sealed record PrecisionRecall(double Precision, double Recall, int SetSize)
{
    /// <summary>The neighbour that a ball reaches to, as in the paper.</summary>
    public const int Neighbour = 3;

    /// <summary>Measures precision and recall.</summary>
    /// <param name="real">Real patterns.</param>
    /// <param name="samples">A model's samples.</param>
    /// <param name="seed">Of the random order.</param>
    /// <returns>Null when a set has fewer than four patterns, because then there is no third neighbour.</returns>
    public static PrecisionRecall? Measure(ReadOnlySpan<Pattern> real, ReadOnlySpan<Pattern> samples, ulong seed = 0)
    {
        int size = Math.Min(real.Length, samples.Length);
        if (size <= Neighbour)
        {
            return null;
        }

        Pattern[][] realParts = Parts(real, size, seed), sampleParts = Parts(samples, size, seed);
        int parts = Math.Max(realParts.Length, sampleParts.Length);
        double precision = 0, recall = 0;
        for (int part = 0; part < parts; part++)
        {
            (double partPrecision, double partRecall) = Compare(realParts[part % realParts.Length], sampleParts[part % sampleParts.Length]);
            precision += partPrecision;
            recall += partRecall;
        }

        return new(precision / parts, recall / parts, size);
    }

    /// <summary>The paper's figures of two sets as they are, without evening their sizes.</summary>
    /// <param name="real">At least four real patterns.</param>
    /// <param name="samples">At least four samples.</param>
    public static (double Precision, double Recall) Compare(Pattern[] real, Pattern[] samples) =>
        (HammingNeighbours.ShareInside(samples, real, HammingNeighbours.Radii(real, Neighbour)),
         HammingNeighbours.ShareInside(real, samples, HammingNeighbours.Radii(samples, Neighbour)));

    private static Pattern[][] Parts(ReadOnlySpan<Pattern> set, int size, ulong seed)
    {
        Pattern[] mixed = set.ToArray();
        new SeededRandom(seed).Shuffle<Pattern>(mixed);
        var parts = new Pattern[mixed.Length / size][];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part] = mixed.AsSpan(part * size, size).ToArray();
        }

        return parts;
    }
}
