using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Evaluation;

/// <summary>The share of held-out patterns with a sample within a few cells.</summary>
/// <param name="Within1">The share with a sample at Hamming distance 0 or 1: at most one hit too many or too few.</param>
/// <param name="Within2">The share with a sample at a distance up to 2.</param>
/// <param name="Within4">The share with a sample at a distance up to 4.</param>
/// <param name="MedianDistance">The median distance to the nearest sample, in cells.</param>
public sealed record Coverage(double Within1, double Within2, double Within4, double MedianDistance)
{
    /// <summary>Measures coverage. It grows with the number of samples: compare equally many.</summary>
    /// <param name="heldOut">At least one held-out pattern.</param>
    /// <param name="samples">The samples, with duplicates; may be empty.</param>
    public static Coverage Measure(Pattern[] heldOut, Pattern[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfZero(heldOut.Length);
        int[] nearest = HammingNeighbours.Nearest(heldOut, samples);
        double Share(int distance) => nearest.Count(d => d <= distance) / (double)nearest.Length;
        return new(Share(1), Share(2), Share(4), nearest.Select(distance => (double)distance).Median());
    }
}
