using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Models;
using DrumSpace.Training.Publishing;
using MathNet.Numerics.LinearAlgebra;

namespace DrumSpace.Training.Tests;

public sealed class LatentAxesTests
{
    private static readonly Pattern[] Patterns = RandomPatterns.Make(400, seed: 12);

    public static TheoryData<string> Kinds => [.. ModelKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void New_axes_do_not_change_the_decoded_probabilities(string kind)
    {
        using PatternModel model = Make(kind);
        float[] before = model.Decode(model.Encode(Patterns));
        LatentAxes.Align(model, Patterns);
        float[] after = model.Decode(model.Encode(Patterns));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_axis_correlates_positively_with_its_trait(string kind)
    {
        using PatternModel model = Make(kind);
        LatentAxes.Align(model, Patterns);
        double[,] correlations = LatentAxes.Correlations(model.Encode(Patterns), Patterns);
        Assert.All(Enumerable.Range(0, Latent.Dimensions), axis => Assert.True(correlations[axis, axis] >= -1e-6));
    }

    [Theory]
    [InlineData(Autoencoder.KindName, false)]
    [InlineData(FourierFeatureAutoencoder.KindName, true)]
    public void Scaled_axes_have_mean_0_and_deviation_1_and_rotated_ones_are_not_correlated(string kind, bool rotated)
    {
        using PatternModel model = Make(kind);
        LatentAxes.Align(model, Patterns);
        Latent[] latents = model.Encode(Patterns);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            Assert.Equal(0, latents.Average(latent => (double)latent[axis]), 1e-4);
            Assert.Equal(1, latents.Average(latent => (double)latent[axis] * latent[axis]), 1e-4);
            for (int other = 0; rotated && other < axis; other++)
            {
                Assert.Equal(0, latents.Average(latent => (double)latent[axis] * latent[other]), 1e-4);
            }
        }
    }

    [Fact]
    public void The_scale_of_a_variational_model_stays()
    {
        using PatternModel model = Make(VariationalAutoencoder.KindName);
        double[] before = SquaresByAxis(model);
        LatentAxes.Align(model, Patterns);
        Assert.Equal(before.Order(), SquaresByAxis(model).Order(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void No_rotation_gives_a_larger_sum_of_correlations()
    {
        using PatternModel model = Make(FourierFeatureAutoencoder.KindName);
        LatentAxes.Align(model, Patterns);
        double best = SumOfDiagonal(model);
        foreach ((int a, int b) in new[] { (0, 1), (0, 2), (1, 3), (2, 3) })
        {
            foreach (double angle in new[] { -0.1, 0.1 })
            {
                Rotate(model, a, b, angle);
                Assert.True(SumOfDiagonal(model) < best);
                Rotate(model, a, b, -angle);
            }
        }
    }

    [Fact]
    public void An_axis_that_the_model_does_not_use_is_an_error()
    {
        using PatternModel model = Make(Autoencoder.KindName);
        Pattern[] same = [.. Enumerable.Repeat(Patterns[0], 10)];
        var error = Assert.Throws<TrainingException>(() => LatentAxes.Align(model, same));
        Assert.Contains("axis 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_name_the_correlated_traits()
    {
        AxisLabel[] labels = LatentAxes.Labels(new[,] { { 0.9, 0, 0, 0 }, { 0, 0.5, 0, 0 }, { 0, 0, 0.12, 0 }, { 0, 0, 0, 0.31 } });
        Assert.Equal(["Busy", "Kick", "Axis 3", "Syncopation"], labels.Select(label => label.Name));
        Assert.Contains("0.12", labels[2].Description, StringComparison.Ordinal);
        Assert.All(labels, label => Assert.Null(label.FindFault()));
    }

    private static PatternModel Make(string kind)
    {
        PatternModel model = ModelKinds.Create(kind);
        model.Initialize(new SeededRandom(5));
        return model;
    }

    private static double SumOfDiagonal(PatternModel model)
    {
        double[,] correlations = LatentAxes.Correlations(model.Encode(Patterns), Patterns);
        return Enumerable.Range(0, Latent.Dimensions).Sum(axis => correlations[axis, axis]);
    }

    private static double[] SquaresByAxis(PatternModel model)
    {
        Latent[] latents = model.Encode(Patterns);
        return [.. Enumerable.Range(0, Latent.Dimensions).Select(axis => latents.Sum(latent => (double)latent[axis] * latent[axis]))];
    }

    private static void Rotate(PatternModel model, int a, int b, double angle)
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseIdentity(Latent.Dimensions);
        (matrix[a, a], matrix[a, b]) = (Math.Cos(angle), -Math.Sin(angle));
        (matrix[b, a], matrix[b, b]) = (Math.Sin(angle), Math.Cos(angle));
        new LatentMap(matrix, Vector<double>.Build.Dense(Latent.Dimensions)).FoldInto(model);
    }
}
