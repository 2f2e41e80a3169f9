namespace DrumSpace.Music.Tests;

public class PatternFillTests
{
    // The logistic distribution function at -2, -1, 0, 1 and 2: 1 / (1 + exp(-x)).
    [Theory]
    [InlineData(-2, 0.11920292)]
    [InlineData(-1, 0.26894142)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.73105858)]
    [InlineData(2, 0.88079708)]
    public void Noise_is_logistic(float value, double share)
    {
        const int Seeds = 400;
        float[] noise = new float[PatternFill.CellCount];
        int below = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            FillNoise.Write(seed, noise);
            below += noise.Count(number => number < value);
        }

        Assert.Equal(share, below / (double)(Seeds * noise.Length), 0.005);
    }

    [Fact]
    public void A_seed_decides_the_noise()
    {
        float[] first = new float[PatternFill.CellCount], again = new float[PatternFill.CellCount], other = new float[PatternFill.CellCount];
        FillNoise.Write(7, first);
        FillNoise.Write(7, again);
        FillNoise.Write(8, other);
        Assert.Equal(first, again);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Empty(first.Intersect(other));
    }

    [Fact]
    public void A_copy_has_all_of_a_fill()
    {
        PatternFill fill = new() { Voices = 3 };
        (fill.Probabilities[223], fill.Velocities[222], fill.Offsets[221]) = (0.5f, 0.25f, -0.5f);
        PatternFill copy = new();
        copy.CopyFrom(fill);
        Assert.Equal((3, 0.5f, 0.25f, -0.5f), (copy.Voices, copy.Probabilities[223], copy.Velocities[222], copy.Offsets[221]));
    }

    [Fact]
    public void A_cell_is_a_hit_from_a_half_on_and_never_where_it_is_no_number()
    {
        PatternFill fill = new() { Voices = 0b1111 };
        (fill.Probabilities[0], fill.Probabilities[1], fill.Probabilities[2]) = (0.5f, 0.49f, float.NaN);
        fill.Probabilities[4] = 1;
        Pattern playing = new([.. Enumerable.Repeat((ushort)0b110010, Pattern.StepCount)]);
        Assert.Equal(0b10001, fill.HitsAt(0, density: 1));
        Assert.Equal(
            [.. Enumerable.Repeat((ushort)0b110010, 16), 0b110001, .. Enumerable.Repeat((ushort)0b110000, 15)],
            fill.In(playing).Masks.ToArray());
    }
}
