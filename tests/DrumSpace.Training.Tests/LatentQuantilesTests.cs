using DrumSpace.Music;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests;

public sealed class LatentQuantilesTests
{
    [Fact]
    public void Evenly_spaced_coordinates_give_a_linear_table()
    {
        Latent[] latents = [.. Enumerable.Range(0, 129).Select(i => new Latent(i, -i, i / 2f, 128 - i))];
        new SeededRandom(1).Shuffle<Latent>(latents);
        float[][] tables = LatentQuantiles.Of(latents);
        Assert.Equal(Enumerable.Range(0, 65).Select(i => 2f * i), tables[0]);
        Assert.Equal(Enumerable.Range(0, 65).Select(i => -128f + 2 * i), tables[1]);
        Assert.Equal(Enumerable.Range(0, 65).Select(i => (float)i), tables[2]);
        Assert.Equal(tables[0], tables[3]);
    }

    [Fact]
    public void Two_latents_are_interpolated_linearly()
    {
        float[][] tables = LatentQuantiles.Of([new(0, 1, -1, 5), new(64, 1, 1, 4)]);
        Assert.Equal(Enumerable.Range(0, 65).Select(i => (float)i), tables[0]);
        Assert.All(tables[1], value => Assert.Equal(1f, value));
        Assert.Equal((4f, 5f), (tables[3][0], tables[3][^1]));
    }

    [Fact]
    public void Quantiles_have_their_share_of_the_latents_below()
    {
        var random = new SeededRandom(4);
        Latent[] latents = [.. Enumerable.Range(0, 5000).Select(_ => new Latent(Square(random), -Square(random), Square(random), 1))];
        float[][] tables = LatentQuantiles.Of(latents);
        for (int quarter = 1; quarter < 4; quarter++)
        {
            int below = latents.Count(latent => latent[0] <= tables[0][16 * quarter]);
            Assert.InRange(below, 1250 * quarter - 1, 1250 * quarter + 1);
        }
    }

    private static float Square(SeededRandom random)
    {
        float value = random.NextFloat();
        return value * value;
    }
}
