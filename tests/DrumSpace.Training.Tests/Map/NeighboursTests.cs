using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

public sealed class NeighboursTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(92)]
    public void Neighbours_are_those_of_a_full_sort(int k)
    {
        // Few different distances, so that ties are common.
        SeededRandom random = new(3);
        float[][] axes = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 93).Select(_ => (float)random.NextInt(4)).ToArray())];
        PointCloud points = new(axes);
        Neighbours neighbours = Neighbours.Find(points.Count, k, points.SquaredDistances);
        for (int i = 0; i < points.Count; i++)
        {
            float Distance(int j) => axes.Sum(axis => (axis[i] - axis[j]) * (axis[i] - axis[j]));
            int[] sorted = [.. Enumerable.Range(0, points.Count).Where(j => j != i).OrderBy(Distance).ThenBy(j => j).Take(k)];
            Assert.Equal(sorted, neighbours.Of(i).ToArray());
            Assert.Equal(sorted.Select(Distance), neighbours.DistancesOf(i).ToArray());
        }
    }

    [Fact]
    public void There_must_be_so_many_others() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Neighbours.Find(5, 5, (_, _) => { }));
}
