using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// The latents that patterns would have if the axes were their traits: the four <see cref="PatternTrait"/>s, whitened over the training set
/// (<see cref="DenseAlgebra.Whitening"/>) to mean 0, deviation 1 and no correlation.
/// </summary>
internal sealed class TraitTargets
{
    private const int Axes = Latent.Dimensions;

    // Added to the variances, so that a trait that never changes does not divide by zero.
    private const double MinVariance = 1e-3;
    private readonly Vector<double> _mean;
    private readonly Matrix<double> _whitening;

    /// <summary>Measures the traits of the training set.</summary>
    public TraitTargets(ReadOnlySpan<Pattern> patterns)
    {
        Matrix<double> traits = Matrix<double>.Build.DenseOfRowVectors(patterns.ToArray().Select(Measure));
        _mean = DenseAlgebra.Mean(traits);
        _whitening = DenseAlgebra.Whitening(DenseAlgebra.Covariance(traits) + Matrix<double>.Build.DenseDiagonal(Axes, MinVariance));
    }

    /// <summary>The targets of a batch, [N, 4].</summary>
    /// <param name="cells">[N, 448], 0 or 1.</param>
    public Tensor Of(Tensor cells)
    {
        float[] values = TensorValues.Read(cells);
        var targets = new float[values.Length / Pattern.CellCount * Axes];
        for (int row = 0; row < targets.Length / Axes; row++)
        {
            Vector<double> traits = Measure(PatternCells.Read<float>(values.AsSpan(row * Pattern.CellCount, Pattern.CellCount)));
            Vector<double> target = _whitening * (traits - _mean);
            for (int axis = 0; axis < Axes; axis++)
            {
                targets[(row * Axes) + axis] = (float)target[axis];
            }
        }

        return tensor(targets, new long[] { targets.Length / Axes, Axes });
    }

    private static Vector<double> Measure(Pattern pattern) =>
        Vector<double>.Build.DenseOfEnumerable(PatternTrait.All.Select(trait => trait.Measure(pattern)));
}
