namespace DrumSpace.Music.Tests;

public class GrooveTakeTests
{
    [Fact]
    public void The_numbers_are_those_of_an_independent_implementation()
    {
        // SplitMix64 and Box-Muller in Python, for seed 7.
        float[] take = new float[1374];
        new GrooveTake(1, 7).Write(take);
        foreach ((int index, double number) in new[] { (0, -0.490897), (1, -0.547344), (2, 0.225737), (100, 0.439012), (1373, -1.297324) })
        {
            Assert.Equal(number, take[index], 1e-5);
        }
    }

    [Fact]
    public void The_amount_scales_them_and_none_clears_them()
    {
        float[] full = new float[100], half = new float[100];
        new GrooveTake(1, 3).Write(full);
        new GrooveTake(0.5, 3).Write(half);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(full[i] / 2, half[i], 1e-6f));
        new GrooveTake(0, 3).Write(full);
        Assert.All(full, number => Assert.Equal(0, number));
    }

    [Fact]
    public void Another_seed_is_another_take()
    {
        float[] one = new float[100], other = new float[100];
        new GrooveTake(1, 1).Write(one);
        new GrooveTake(1, 2).Write(other);
        Assert.NotEqual(one, other);
        new GrooveTake(1, 1).Write(other);
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(120, 120)]
    [InlineData(121.9, 120)]
    [InlineData(122, 124)]
    [InlineData(10, 60)]
    [InlineData(999, 200)]
    [InlineData(double.NaN, 120)]
    public void A_tempo_is_requested_in_steps_of_four(double tempo, int rounded) => Assert.Equal(rounded, GrooveTempo.Round(tempo));

    [Theory]
    [InlineData(120, 0)]
    [InlineData(150, 0.5)]
    [InlineData(60, -1)]
    [InlineData(300, 4 / 3.0)]
    public void A_networks_tempo_is_zero_at_120(double tempo, double scaled) => Assert.Equal(scaled, GrooveTempo.Scale(tempo), 1e-6);
}
