using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Tests;

public sealed class TraitTargetsTests
{
    private static readonly Pattern[] Patterns = RandomPatterns.Make(500, seed: 21);

    [Fact]
    public void Targets_have_mean_0_deviation_1_and_no_correlation()
    {
        float[] targets = Targets();
        for (int i = 0; i < Latent.Dimensions; i++)
        {
            Assert.Equal(0, Mean(row => targets[(row * 4) + i]), 1e-4);
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Mean(row => targets[(row * 4) + i] * targets[(row * 4) + j]), 2e-3);
            }
        }
    }

    [Fact]
    public void Each_target_correlates_most_with_its_own_trait()
    {
        float[] targets = Targets();
        for (int trait = 0; trait < Latent.Dimensions; trait++)
        {
            double[] correlations = [.. Enumerable.Range(0, 4).Select(
                axis => PatternTrait.All[trait].CorrelationWith(Patterns, row => targets[(row * 4) + axis]))];
            Assert.Equal(trait, Array.IndexOf(correlations, correlations.Max()));
            Assert.InRange(correlations[trait], 0.7, 1);
        }
    }

    private static float[] Targets()
    {
        using Tensor cells = PatternBatch.ToTensor(Patterns);
        using Tensor targets = new TraitTargets(Patterns).Of(cells);
        return targets.data<float>().ToArray();
    }

    private static double Mean(Func<int, double> value) => Enumerable.Range(0, Patterns.Length).Average(value);
}
