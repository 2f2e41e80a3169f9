using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class LatentSamplerTests
{
    private const int Count = 40_000;
    private static readonly LatentPrior Prior = new() { Mean = [0, -5, 100, 1], Deviation = [1, 0.5f, 20, 3] };

    [Fact]
    public void Points_have_the_means_and_deviations_of_the_prior()
    {
        LatentPrior measured = LatentPrior.Of(Draw(seed: 3));
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            // Five standard errors.
            Assert.Equal(Prior.Mean[axis], measured.Mean[axis], 5 * Prior.Deviation[axis] / Math.Sqrt(Count));
            Assert.Equal(Prior.Deviation[axis], measured.Deviation[axis], 5 * Prior.Deviation[axis] / Math.Sqrt(2.0 * Count));
        }
    }

    [Fact]
    public void Points_are_normal_and_axes_independent()
    {
        Latent[] points = Draw(seed: 3);
        double Standard(Latent point, int axis) => (point[axis] - Prior.Mean[axis]) / Prior.Deviation[axis];
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            // Phi(-1) = 0.15866 and Phi(2) = 0.97725, from tables of the normal distribution.
            Assert.Equal(0.15866, points.Count(point => Standard(point, axis) < -1) / (double)Count, 0.01);
            Assert.Equal(0.97725, points.Count(point => Standard(point, axis) < 2) / (double)Count, 0.004);
            int other = (axis + 1) % Latent.Dimensions;
            Assert.Equal(0, points.Average(point => Standard(point, axis) * Standard(point, other)), 0.025);
        }
    }

    [Fact]
    public void Equal_seeds_give_equal_points_and_others_do_not()
    {
        Assert.True(Flat(Draw(1)).SequenceEqual(Flat(Draw(1))));
        Assert.False(Flat(Draw(1)).SequenceEqual(Flat(Draw(2))));
    }

    private static Latent[] Draw(ulong seed)
    {
        LatentSampler sampler = new(Prior, seed);
        return [.. Enumerable.Range(0, Count).Select(_ => sampler.Next())];
    }

    private static float[] Flat(Latent[] points) => [.. points.SelectMany(point => new[] { point[0], point[1], point[2], point[3] })];
}
