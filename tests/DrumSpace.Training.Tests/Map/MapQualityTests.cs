using System.Globalization;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

public sealed class MapQualityTests
{
    public static TheoryData<int> Cases => TsneGolden.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Trustworthiness_is_that_of_scikit_learn(int index)
    {
        TsneGolden golden = TsneGolden.Get(index);
        PointCloud map = TsneGolden.Plane(golden.Layout[0], golden.Layout[1]);
        foreach ((string k, double expected) in golden.Trustworthiness)
        {
            Neighbours near = Neighbours.Find(map.Count, int.Parse(k, CultureInfo.InvariantCulture), map.SquaredDistances);
            Assert.Equal(expected, Trustworthiness.Measure(near, golden.Points.SquaredDistances), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Principal_axes_are_those_of_scikit_learn(int index)
    {
        TsneGolden golden = TsneGolden.Get(index);
        (double[] x, double[] y) = PrincipalAxes.Project(golden.Points);
        foreach ((double[] ours, double[] theirs) in new[] { (x, golden.Principal[0]), (y, golden.Principal[1]) })
        {
            double sign = Math.Sign(ours[0] * theirs[0]);
            Assert.All(ours.Zip(theirs), pair => Assert.Equal(pair.Second, sign * pair.First, 1e-6));
        }

        PointCloud map = TsneGolden.Plane(x, y);
        Neighbours near = Neighbours.Find(map.Count, 5, map.SquaredDistances);
        Assert.Equal(golden.PrincipalTrustworthiness, Trustworthiness.Measure(near, golden.Points.SquaredDistances), 1e-9);
    }

    [Fact]
    public void The_trustworthiness_of_the_points_themselves_is_1()
    {
        PointCloud points = TsneGolden.Get(0).Points;
        Assert.Equal(1, Trustworthiness.Measure(Neighbours.Find(points.Count, 12, points.SquaredDistances), points.SquaredDistances));
    }

    [Fact]
    public void Genre_accuracy_counts_neighbours_of_the_same_label()
    {
        // On a line: a a a b b b a, each point's two nearest: (a a) (a a) (a b) (b a) (b b) (b b) (b b).
        PointCloud line = new([0, 1, 2.1f, 3.3f, 4.4f, 5.4f, 8]);
        byte[] labels = [0, 0, 0, 1, 1, 1, 0];
        GenreAccuracy genres = GenreAccuracy.Measure(2, line.SquaredDistances, labels, [0, 1, 2, 3, 4, 5, 6]);
        Assert.Equal((2 + 2 + 1 + 1 + 2 + 2 + 0) / 14.0, genres.Accuracy, 1e-12);
        // Four of a, each among six others of which three are a; three of b, with two.
        Assert.Equal(((4 * 3 / 6.0) + (3 * 2 / 6.0)) / 7, genres.Chance, 1e-12);
    }

    [Fact]
    public void Neighbours_from_the_same_source_do_not_count()
    {
        PointCloud line = new([0, 1, 2.1f, 10]);
        GenreAccuracy genres = GenreAccuracy.Measure(1, line.SquaredDistances, [0, 0, 1, 0], [7, 7, 8, 9]);
        // The nearest of other sources: 2 for both of source 7, 1 for the third, 2 for the last.
        Assert.Equal(0, genres.Accuracy);
        // Of others: (1 of 2), (1 of 2), (0 of 3), (2 of 3).
        Assert.Equal((0.5 + 0.5 + 0 + (2 / 3.0)) / 4, genres.Chance, 1e-12);
        Assert.Throws<ArgumentException>(() => GenreAccuracy.Measure(3, line.SquaredDistances, [0, 0, 1, 0], [7, 7, 8, 9]));
    }
}
