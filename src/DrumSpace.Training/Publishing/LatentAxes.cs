using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Publishing;

/// <summary>
/// Gives the axes of a learnt space meanings. Training leaves them in any order and direction, and mostly at any offset and scale; here
/// each becomes the one that tells most of one of the <see cref="BeatTrait"/>s, more of it towards its upper end, as far as the model's
/// <see cref="LatentFreedom"/> allows.
/// </summary>
public static class LatentAxes
{
    private const int Axes = Latent.Dimensions;
    private const double LeastDeviation = 1e-6;

    // Below it one would not hear what the axis is named after.
    private const double LeastCorrelation = 0.3;

    /// <summary>Changes the model's axes.</summary>
    /// <param name="model">Its weights change; what it says does not.</param>
    /// <param name="patterns">The training set; at least two patterns that differ on every axis.</param>
    /// <exception cref="TrainingException">An axis has no spread, because the model did not learn to use it.</exception>
    public static void Align(BeatModel model, ReadOnlySpan<Pattern> patterns)
    {
        LatentMap scaled = Scale(model.Encode(patterns), model.Freedom);
        scaled.FoldInto(model);
        double[,] correlations = Correlations(model.Encode(patterns), patterns);
        double[,] turn = model.Freedom == LatentFreedom.Rotation ? Rotation(correlations) : Order(correlations);
        new LatentMap(turn, new double[Axes]).FoldInto(model);
    }

    /// <summary>The correlation of each trait with each axis.</summary>
    /// <returns>[trait, axis], -1 to 1.</returns>
    public static double[,] Correlations(Latent[] latents, ReadOnlySpan<Pattern> patterns)
    {
        var correlations = new double[BeatTrait.All.Count, Axes];
        for (int trait = 0; trait < BeatTrait.All.Count; trait++)
        {
            for (int axis = 0; axis < Axes; axis++)
            {
                correlations[trait, axis] = BeatTrait.All[trait].CorrelationWith(patterns, i => latents[i][axis]);
            }
        }

        return correlations;
    }

    /// <summary>What to call the axes of an aligned space.</summary>
    /// <param name="correlations">What <see cref="Correlations"/> measured.</param>
    public static AxisLabel[] Labels(double[,] correlations) =>
        [.. BeatTrait.All.Select((trait, axis) => new AxisLabel(
            correlations[axis, axis] >= LeastCorrelation ? trait.Name : $"Axis {axis + 1}",
            string.Create(CultureInfo.InvariantCulture, $"{trait.Description}; correlation {correlations[axis, axis]:F2} over the training patterns")))];

    private static LatentMap Scale(Latent[] latents, LatentFreedom freedom)
    {
        (double[] mean, double[,] covariance) = Moments(latents);
        var matrix = new double[Axes, Axes];
        for (int axis = 0; axis < Axes; axis++)
        {
            double deviation = Math.Sqrt(covariance[axis, axis]);
            if (!(deviation > LeastDeviation))
            {
                throw new TrainingException(
                    $"the model does not use axis {axis + 1} of its latent space: all patterns have the same value there; train it longer");
            }

            matrix[axis, axis] = freedom == LatentFreedom.Order ? 1 : 1 / deviation;
        }

        return freedom switch
        {
            LatentFreedom.Order => new LatentMap(matrix, new double[Axes]),
            LatentFreedom.Rotation => new LatentMap(SquareMatrix.Invert(SquareMatrix.LowerRoot(covariance)), mean),
            _ => new LatentMap(matrix, mean),
        };
    }

    private static (double[] Mean, double[,] Covariance) Moments(Latent[] latents)
    {
        var mean = new double[Axes];
        var covariance = new double[Axes, Axes];
        for (int i = 0; i < Axes; i++)
        {
            mean[i] = latents.Average(latent => (double)latent[i]);
        }

        for (int i = 0; i < Axes; i++)
        {
            for (int j = 0; j < Axes; j++)
            {
                covariance[i, j] = latents.Average(latent => (latent[i] - mean[i]) * (latent[j] - mean[j]));
            }
        }

        return (mean, covariance);
    }

    // Row t of the map is the direction of trait t: together the rotation with the largest sum of correlations, since correlations with
    // white coordinates turn as the coordinates do. A little of the identity stands in where traits cannot be told apart.
    private static double[,] Rotation(double[,] correlations)
    {
        const double Stand = 1e-6;
        for (int i = 0; i < Axes; i++)
        {
            correlations[i, i] += Stand;
        }

        return SquareMatrix.NearestRotation(correlations);
    }

    // The assignment of axes to traits with the largest sum of correlations, of all 24.
    private static double[,] Order(double[,] correlations)
    {
        int[] best = Permutations([0, 1, 2, 3], 0)
            .MaxBy(axes => Enumerable.Range(0, Axes).Sum(trait => Math.Abs(correlations[trait, axes[trait]])))!;
        var matrix = new double[Axes, Axes];
        for (int trait = 0; trait < Axes; trait++)
        {
            matrix[trait, best[trait]] = correlations[trait, best[trait]] < 0 ? -1 : 1;
        }

        return matrix;
    }

    private static IEnumerable<int[]> Permutations(int[] items, int from)
    {
        if (from == items.Length - 1)
        {
            yield return [.. items];
            yield break;
        }

        for (int i = from; i < items.Length; i++)
        {
            (items[from], items[i]) = (items[i], items[from]);
            foreach (int[] permutation in Permutations(items, from + 1))
            {
                yield return permutation;
            }

            (items[from], items[i]) = (items[i], items[from]);
        }
    }
}
