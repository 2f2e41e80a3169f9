using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Tests;

public sealed class FileNeighboursTests
{
    // Hits added one after the other on the bass drum: the distance between two is the difference of their numbers.
    private static readonly Pattern[] Patterns = [.. new[] { 0, 1, 2, 4, 9, 20 }.Select(Line)];

    [Theory]
    [InlineData(1, 2, 1, 1, 3, 5, 11)]
    [InlineData(2, 9, 8, 7, 5, 8, 16)]
    [InlineData(3, 20, 19, 18, 16, 11, 19)]
    [InlineData(9, 20, 19, 18, 16, 11, 19)]
    public void The_distance_is_that_of_the_kth_nearest_other_file_or_of_the_farthest_there_is(int rank, params int[] distances) =>
        Assert.Equal(distances, FileNeighbours.Distances(Patterns, [7, 7, 3, 3, 5, 1], rank));

    [Fact]
    public void One_file_alone_has_no_other() =>
        Assert.All(FileNeighbours.Distances(Patterns, [2, 2, 2, 2, 2, 2], 1), distance => Assert.Equal(Pattern.CellCount + 1, distance));

    private static Pattern Line(int hits)
    {
        var masks = new ushort[Pattern.StepCount];
        Array.Fill(masks, (ushort)1, 0, hits);
        return new(masks);
    }
}
