namespace DrumSpace.Music.Tests;

public class PatternSimilarityTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0b111, 0b111, 1)]
    [InlineData(0b001, 0b110, 0)]
    [InlineData(0b011, 0b110, 0.5)]
    [InlineData(0b111, 0b001, 0.5)]
    [InlineData(0, 0b001, 0)]
    public void It_is_the_f1_of_the_hits(int one, int other, double f1)
    {
        // Twice the common hits of all hits.
        Assert.Equal(f1, Of(one).SimilarityTo(Of(other)), 1e-12);
        Assert.Equal(f1, Of(other).SimilarityTo(Of(one)), 1e-12);
    }

    private static Pattern Of(int mask) => new([.. Enumerable.Repeat((ushort)0, 31), (ushort)mask]);
}
