using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// Where a pattern would lie if the axes were its traits: the four <see cref="BeatTrait"/>s with mean 0, deviation 1 and no correlation
/// over the training set, each changed as little as that takes (the symmetric whitening of Kessy, Lewin and Strimmer 2018).
/// </summary>
internal sealed class TraitTargets
{
    private const int Axes = Latent.Dimensions;
    private readonly double[] _mean = new double[Axes];
    private readonly double[,] _whitening;

    /// <summary>Measures the traits of the training set.</summary>
    public TraitTargets(ReadOnlySpan<Pattern> patterns)
    {
        // A little is added to the variances, so that a trait that never changes does not divide by nothing.
        const double Least = 1e-3;
        double[][] traits = [.. patterns.ToArray().Select(Measure)];
        var covariance = new double[Axes, Axes];
        for (int i = 0; i < Axes; i++)
        {
            _mean[i] = traits.Average(row => row[i]);
        }

        for (int i = 0; i < Axes; i++)
        {
            for (int j = 0; j < Axes; j++)
            {
                covariance[i, j] = traits.Average(row => (row[i] - _mean[i]) * (row[j] - _mean[j])) + (i == j ? Least : 0);
            }
        }

        // Of C = L L^T and L = P R, P symmetric and R a rotation, P is the root of C, so that its inverse is R L^-1.
        double[,] root = SquareMatrix.LowerRoot(covariance);
        _whitening = SquareMatrix.Multiply(SquareMatrix.NearestRotation(root), SquareMatrix.Invert(root));
    }

    /// <summary>The targets of a batch, [N, 4].</summary>
    /// <param name="cells">[N, 448], 0 or 1.</param>
    public Tensor Of(Tensor cells)
    {
        float[] values = cells.data<float>().ToArray();
        var targets = new float[values.Length / Pattern.CellCount * Axes];
        for (int row = 0; row < targets.Length / Axes; row++)
        {
            double[] traits = Measure(PatternCells.Read<float>(values.AsSpan(row * Pattern.CellCount, Pattern.CellCount)));
            for (int axis = 0; axis < Axes; axis++)
            {
                double sum = 0;
                for (int trait = 0; trait < Axes; trait++)
                {
                    sum += _whitening[axis, trait] * (traits[trait] - _mean[trait]);
                }

                targets[(row * Axes) + axis] = (float)sum;
            }
        }

        return tensor(targets, new long[] { targets.Length / Axes, Axes });
    }

    private static double[] Measure(Pattern pattern) => [.. BeatTrait.All.Select(trait => trait.Measure(pattern))];
}
