using DrumSpace.Training.Data;

namespace DrumSpace.Training.Tests;

public sealed class WeightedSamplerTests
{
    private static readonly double[] Weights = [.. Enumerable.Range(0, 100).Select(i => i == 40 ? 25.0 : 75.0 / 99)];

    [Fact]
    public void Equal_weights_sample_every_pattern_once() =>
        Assert.Equal(Enumerable.Range(0, 100), new WeightedSampler([.. Enumerable.Repeat(0.3, 100)]).Sample(new SeededRandom(3)));

    [Fact]
    public void A_patterns_count_is_within_1_of_its_share()
    {
        int[] drawn = new WeightedSampler(Weights).Sample(new SeededRandom(9));
        Assert.Equal(100, drawn.Length);
        Assert.Equal(drawn.Order(), drawn);
        Assert.InRange(drawn.Count(i => i == 40), 24, 26);
        Assert.All(Enumerable.Range(0, 100).Where(i => i != 40), i => Assert.InRange(drawn.Count(d => d == i), 0, 1));
    }

    [Fact]
    public void The_mean_count_of_many_samples_is_proportional_to_the_weight()
    {
        double[] weights = [1, 4, 0, 2.5, 2.5], drawn = new double[5];
        var sampler = new WeightedSampler(weights);
        for (int round = 0; round < 4000; round++)
        {
            foreach (int i in sampler.Sample(new SeededRandom((ulong)round)))
            {
                drawn[i] += 10.0 / 20000;
            }
        }

        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(weights[i], drawn[i], 0.1));
    }

    [Theory]
    [InlineData]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, -1.0)]
    public void Empty_zero_and_negative_weights_are_refused(params double[] weights) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedSampler(weights));
}
