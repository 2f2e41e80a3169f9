using DrumSpace.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Groove;

/// <summary>
/// The quantiles that a <see cref="GrooveNetwork"/> gives of a hit's velocity, and of its offset: seven levels, between which the quantile
/// function is linear in the standard normal score, and goes on beyond the outer two up to the range's ends. They never cross: each is a
/// share of the way from the one nearer to the median to the range's end.
/// </summary>
public static class GrooveQuantiles
{
    /// <summary>The number of levels.</summary>
    public const int Count = 7;

    /// <summary>The index of the median.</summary>
    public const int Median = Count / 2;

    private static readonly Scalar Minus = (-1.0).ToScalar();

    /// <summary>The levels, rising.</summary>
    public static ReadOnlySpan<double> Levels => [0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97];

    /// <summary>The standard normal scores of the levels (scipy.stats.norm.ppf).</summary>
    public static ReadOnlySpan<float> Scores => [-1.8807936f, -1.2815516f, -0.6744898f, 0, 0.6744898f, 1.2815516f, 1.8807936f];

    /// <summary>The quantile at a normal score.</summary>
    /// <param name="quantiles">The seven quantiles.</param>
    /// <param name="score">Any score; 0 gives the median.</param>
    /// <returns>Possibly outside of the range.</returns>
    public static float At(ReadOnlySpan<float> quantiles, float score)
    {
        int segment = 0;
        while (segment < Count - 2 && score > Scores[segment + 1])
        {
            segment++;
        }

        float part = (score - Scores[segment]) / (Scores[segment + 1] - Scores[segment]);
        return quantiles[segment] + part * (quantiles[segment + 1] - quantiles[segment]);
    }

    /// <summary>The normal score of a value, held at the outer levels'.</summary>
    /// <param name="quantiles">The seven quantiles.</param>
    /// <param name="value">The value.</param>
    public static float ScoreOf(ReadOnlySpan<float> quantiles, float value)
    {
        for (int level = 0; level < Count; level++)
        {
            if (value <= quantiles[level])
            {
                float step = level > 0 ? quantiles[level] - quantiles[level - 1] : 0;
                return step > 0 ? Scores[level] - (quantiles[level] - value) / step * (Scores[level] - Scores[level - 1]) : Scores[level];
            }
        }

        return Scores[^1];
    }

    /// <summary>The quantiles of logits, from 0 to 1.</summary>
    /// <param name="logits">[N, 7 * width], level by level.</param>
    /// <param name="width">The columns of a level.</param>
    /// <returns>[N, width] for each level.</returns>
    internal static Tensor[] Of(Tensor logits, int width)
    {
        Tensor Share(int level) => logits.narrow(1, level * width, width).sigmoid();
        var quantiles = new Tensor[Count];
        quantiles[Median] = Share(Median);
        for (int step = 1; step <= Median; step++)
        {
            Tensor below = quantiles[Median - step + 1], above = quantiles[Median + step - 1];
            quantiles[Median - step] = below * Share(Median - step);
            quantiles[Median + step] = above.Plus((above * Minus).Plus(Scalars.One) * Share(Median + step));
        }

        return quantiles;
    }

    /// <summary>The pinball loss of all levels (Koenker and Bassett 1978, "Regression Quantiles"), summed over the masked values.</summary>
    internal static Tensor Loss(Tensor[] quantiles, Tensor values, Tensor mask)
    {
        Tensor? total = null;
        for (int level = 0; level < Count; level++)
        {
            Tensor error = (values - quantiles[level]) * mask;
            using Scalar above = Levels[level].ToScalar(), below = (1 - Levels[level]).ToScalar();
            Tensor loss = (error.relu() * above).add((error * Minus).relu(), below).sum();
            total = total is null ? loss : total.Plus(loss);
        }

        return total!;
    }
}
