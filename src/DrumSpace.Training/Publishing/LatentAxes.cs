using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Models;
using MathNet.Numerics.LinearAlgebra;

namespace DrumSpace.Training.Publishing;

/// <summary>
/// Aligns the axes of a latent space with the <see cref="PatternTrait"/>s. Training leaves them in arbitrary order and direction, and
/// mostly at arbitrary offset and scale; afterwards each axis increases with one trait, as far as the model's <see cref="LatentFreedom"/>
/// allows.
/// </summary>
public static class LatentAxes
{
    private const int Axes = Latent.Dimensions;
    private const double MinDeviation = 1e-6;

    // Below it the trait would not be audible along the axis.
    private const double MinCorrelation = 0.3;

    /// <summary>Aligns the model's axes.</summary>
    /// <param name="model">Its weights change; its reconstructions do not.</param>
    /// <param name="patterns">The training set; at least two patterns that differ on every axis.</param>
    /// <exception cref="TrainingException">An axis is constant, because the model did not learn to use it.</exception>
    public static void Align(PatternModel model, ReadOnlySpan<Pattern> patterns)
    {
        LatentMap scaled = Scale(model.Encode(patterns), model.Freedom);
        scaled.FoldInto(model);
        double[,] correlations = Correlations(model.Encode(patterns), patterns);
        Matrix<double> turn = model.Freedom == LatentFreedom.Rotation ? Rotation(correlations) : Order(correlations);
        new LatentMap(turn, Vector<double>.Build.Dense(Axes)).FoldInto(model);
    }

    /// <summary>The correlation of each trait with each axis.</summary>
    /// <returns>[trait, axis], -1 to 1.</returns>
    public static double[,] Correlations(Latent[] latents, ReadOnlySpan<Pattern> patterns)
    {
        var correlations = new double[PatternTrait.All.Count, Axes];
        for (int trait = 0; trait < PatternTrait.All.Count; trait++)
        {
            for (int axis = 0; axis < Axes; axis++)
            {
                correlations[trait, axis] = PatternTrait.All[trait].CorrelationWith(patterns, i => latents[i][axis]);
            }
        }

        return correlations;
    }

    /// <summary>The labels of aligned axes.</summary>
    /// <param name="correlations">The result of <see cref="Correlations"/>.</param>
    public static AxisLabel[] Labels(double[,] correlations) =>
        [.. PatternTrait.All.Select((trait, axis) => new AxisLabel(
            correlations[axis, axis] >= MinCorrelation ? trait.Name : $"Axis {axis + 1}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{trait.Description}; correlation {correlations[axis, axis]:F2} over the training patterns")))];

    private static LatentMap Scale(Latent[] latents, LatentFreedom freedom)
    {
        Matrix<double> points = DenseAlgebra.Create(latents.Length, Axes, (i, axis) => latents[i][axis]);
        Matrix<double> covariance = DenseAlgebra.Covariance(points);
        Vector<double> deviations = covariance.Diagonal().PointwiseSqrt();
        int unused = deviations.Find(deviation => !(deviation > MinDeviation), Zeros.Include)?.Item1 ?? -1;
        if (unused >= 0)
        {
            throw new TrainingException(
                $"the model does not use axis {unused + 1} of its latent space: all patterns have the same value there; train it longer");
        }

        return freedom switch
        {
            LatentFreedom.Order => new LatentMap(Matrix<double>.Build.DenseIdentity(Axes), Vector<double>.Build.Dense(Axes)),
            LatentFreedom.Rotation => new LatentMap(covariance.Cholesky().Factor.Inverse(), DenseAlgebra.Mean(points)),
            _ => new LatentMap(Matrix<double>.Build.DenseOfDiagonalVector(1 / deviations), DenseAlgebra.Mean(points)),
        };
    }

    // Row t of the map is the direction of trait t: together the rotation with the largest sum of correlations, because correlations with
    // white coordinates turn as the coordinates do. A small multiple of the identity decides where traits cannot be told apart.
    private static Matrix<double> Rotation(double[,] correlations) =>
        DenseAlgebra.NearestRotation(Matrix<double>.Build.DenseOfArray(correlations) + Matrix<double>.Build.DenseDiagonal(Axes, 1e-6));

    // The assignment of axes to traits with the largest sum of correlations, of all 24.
    private static Matrix<double> Order(double[,] correlations)
    {
        int[] best = Permutations([0, 1, 2, 3], 0)
            .MaxBy(axes => Enumerable.Range(0, Axes).Sum(trait => Math.Abs(correlations[trait, axes[trait]])))!;
        return DenseAlgebra.Create(Axes, Axes, (trait, axis) => axis != best[trait] ? 0 : correlations[trait, axis] < 0 ? -1 : 1);
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
