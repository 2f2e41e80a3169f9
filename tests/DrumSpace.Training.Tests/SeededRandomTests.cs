namespace DrumSpace.Training.Tests;

public sealed class SeededRandomTests
{
    // The numbers of the published reference code (Vigna, splitmix64.c).
    [Theory]
    [InlineData(0UL, 0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL)]
    [InlineData(1234567UL, 6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL)]
    public void It_gives_the_published_numbers(ulong seed, ulong first, ulong second, ulong third)
    {
        var random = new SeededRandom(seed);
        Assert.Equal([first, second, third], new[] { random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void Floats_are_uniform_from_0_to_1()
    {
        var random = new SeededRandom(5);
        var tenths = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            tenths[(int)(random.NextFloat() * 10)]++;
        }

        Assert.All(tenths, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_moves_most()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        new SeededRandom(3).Shuffle<int>(items);
        Assert.Equal(Enumerable.Range(0, 1000), items.Order());
        Assert.InRange(items.Where((item, place) => item == place).Count(), 0, 10);
    }

    [Fact]
    public void Streams_of_one_seed_differ_and_repeat()
    {
        ulong[] firsts = [.. Enumerable.Range(-1, 100).Select(stream => SeededRandom.For(7, stream).Next())];
        Assert.Equal(100, firsts.Distinct().Count());
        Assert.Equal(firsts[3], SeededRandom.For(7, 2).Next());
        Assert.NotEqual(firsts[3], SeededRandom.For(8, 2).Next());
    }
}
