using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Precision and recall of samples against real patterns, after Kynkäänniemi et al. 2019, "Improved Precision and Recall Metric for
/// Assessing Generative Models": the manifold of a set is the union of balls around its members, whose radius is the distance to the k-th
/// nearest other member; k = 3, Hamming distance.
/// </summary>
/// <param name="Precision">The share of samples inside the manifold of the real patterns.</param>
/// <param name="Recall">The share of real patterns inside the manifold of the samples.</param>
/// <param name="SetSize">The number of patterns in each set of a comparison.</param>
/// <remarks>
/// <para>Both sets must have the same size: a set's balls shrink as it grows, so recall would depend on the number of samples. The figures
/// are means over parts of the larger set.</para>
/// <para>Duplicates are kept. A pattern with three copies in its part has a ball of radius 0, which contains that pattern alone: a model
/// that repeats itself does not gain recall, while every copy counts for precision. Real patterns should be distinct, because the number of
/// their copies depends on the length of a song.</para>
/// </remarks>
public sealed record PrecisionRecall(double Precision, double Recall, int SetSize)
{
    /// <summary>k, as in the paper.</summary>
    public const int Neighbour = 3;

    /// <summary>Measures precision and recall.</summary>
    /// <param name="real">Real patterns.</param>
    /// <param name="samples">A model's samples.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    /// <returns>Null when a set has fewer than four patterns, and so no third neighbours.</returns>
    public static PrecisionRecall? Measure(ReadOnlySpan<Pattern> real, ReadOnlySpan<Pattern> samples, ulong seed = 0)
    {
        int size = Math.Min(real.Length, samples.Length);
        if (size <= Neighbour)
        {
            return null;
        }

        IReadOnlyList<(Pattern[] Real, Pattern[] Samples)> parts = EqualParts.Of(real, samples, seed);
        (double Precision, double Recall)[] compared = [.. parts.Select(part => Compare(part.Real, part.Samples))];
        return new(compared.Average(one => one.Precision), compared.Average(one => one.Recall), size);
    }

    /// <summary>Precision and recall of two sets as they are, without equalizing their sizes.</summary>
    /// <param name="real">At least four real patterns.</param>
    /// <param name="samples">At least four samples.</param>
    public static (double Precision, double Recall) Compare(Pattern[] real, Pattern[] samples) =>
        (HammingNeighbours.ShareInside(samples, real, HammingNeighbours.Radii(real, Neighbour)),
         HammingNeighbours.ShareInside(real, samples, HammingNeighbours.Radii(samples, Neighbour)));
}
