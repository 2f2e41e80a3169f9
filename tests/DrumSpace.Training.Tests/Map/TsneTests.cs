using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

public sealed class TsneTests
{
    public static TheoryData<int> Cases => TsneGolden.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Affinities_are_those_of_scikit_learn(int index)
    {
        TsneGolden golden = TsneGolden.Get(index);
        Affinities affinities = golden.Affinities();
        double sum = 0;
        for (int i = 0; i < affinities.Count; i++)
        {
            Assert.Equal(golden.Joint[i].Count(value => value > 0), affinities.ColumnsOf(i).Length);
            for (int n = 0; n < affinities.ColumnsOf(i).Length; n++)
            {
                double expected = golden.Joint[i][affinities.ColumnsOf(i)[n]];
                // scikit-learn ends its search for the perplexity at 1e-5.
                Assert.Equal(expected, affinities.ValuesOf(i)[n], (1e-4 * expected) + 1e-8);
                sum += affinities.ValuesOf(i)[n];
            }
        }

        Assert.Equal(1, sum, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void At_theta_0_gradient_and_divergence_are_those_of_scikit_learn(int index)
    {
        TsneGolden golden = TsneGolden.Get(index);
        Tsne tsne = new(golden.Affinities(), golden.Layout[0], golden.Layout[1], new TsneOptions { Theta = 0 });
        (double[] x, double[] y) = tsne.Gradient();
        double scale = golden.Gradient[0].Concat(golden.Gradient[1]).Max(Math.Abs);
        Assert.All(x.Zip(golden.Gradient[0]), pair => Assert.Equal(pair.Second, pair.First, 1e-4 * scale));
        Assert.All(y.Zip(golden.Gradient[1]), pair => Assert.Equal(pair.Second, pair.First, 1e-4 * scale));
        Assert.Equal(golden.Divergence, tsne.Divergence(), 1e-4 * golden.Divergence);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_final_divergence_is_near_that_of_scikit_learn(int index)
    {
        TsneGolden golden = TsneGolden.Get(index);
        (double[] x, double[] y) = PrincipalAxes.Project(golden.Points);
        Tsne tsne = new(golden.Affinities(), Small(x), Small(y), new TsneOptions());
        while (!tsne.IsFinished)
        {
            tsne.Step();
        }

        // Its affinities reach over all points, ours over three times the perplexity: the two divergences are near, not equal.
        Assert.InRange(tsne.Divergence(), 0, golden.Reached + 0.05);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(40)]
    public void Barnes_Hut_forces_are_near_the_exact_ones(double spread)
    {
        (Affinities affinities, double[] x, double[] y) = Cloud(3000, spread);
        (double[] exactX, double[] exactY) = Gradient(affinities, x, y, 0);
        (double[] nearX, double[] nearY) = Gradient(affinities, x, y, 0.5);
        double length = exactX.Concat(exactY).Sum(value => value * value);
        double error = exactX.Zip(nearX).Concat(exactY.Zip(nearY)).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
        Assert.InRange(Math.Sqrt(error / length), 0, 0.03);
        Assert.False(exactX.SequenceEqual(nearX));
    }

    [Fact]
    public void The_exact_forces_are_those_of_the_definition_even_at_equal_positions()
    {
        (Affinities affinities, double[] x, double[] y) = Cloud(200, 1);
        for (int i = 0; i < 30; i++)
        {
            (x[i], y[i]) = (0.5, -0.25);
        }

        (double[] gradientX, double[] gradientY) = Gradient(affinities, x, y, 0);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                sum += i == j ? 0 : Weight(i, j);
            }
        }

        for (int i = 0; i < x.Length; i++)
        {
            double expectedX = 0, expectedY = 0;
            for (int j = 0; j < x.Length; j++)
            {
                int at = affinities.ColumnsOf(i).BinarySearch(j);
                double p = at < 0 ? 0 : affinities.ValuesOf(i)[at];
                double pull = 4 * (p - (Weight(i, j) / sum)) * Weight(i, j);
                expectedX += pull * (x[i] - x[j]);
                expectedY += pull * (y[i] - y[j]);
            }

            Assert.Equal(expectedX, gradientX[i], 1e-12);
            Assert.Equal(expectedY, gradientY[i], 1e-12);
        }

        double Weight(int i, int j) => 1 / (1 + ((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j])));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        (Affinities affinities, double[] x, double[] y) = Cloud(1500, 1e-4);
        Tsne one = new(affinities, x, y, new TsneOptions { Threads = 1 });
        Tsne many = new(affinities, x, y, new TsneOptions { Threads = 5 });
        for (int i = 0; i < 40; i++)
        {
            one.Step();
            many.Step();
        }

        Assert.True(one.X.SequenceEqual(many.X));
        Assert.True(one.Y.SequenceEqual(many.Y));
        Assert.False(one.X.SequenceEqual(x));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.71)]
    [InlineData(double.NaN)]
    public void A_theta_at_which_cells_repel_their_own_points_is_refused(double theta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TsneOptions { Theta = theta }.Validate());

    private static double[] Small(double[] axis) => Array.ConvertAll(axis, value => value * 1e-5);

    private static (double[] X, double[] Y) Gradient(Affinities affinities, double[] x, double[] y, double theta) =>
        new Tsne(affinities, x, y, new TsneOptions { Theta = theta }).Gradient();

    private static (Affinities Affinities, double[] X, double[] Y) Cloud(int count, double spread)
    {
        SeededRandom random = new(5);
        float[][] axes = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, count).Select(_ => random.NextFloat()).ToArray())];
        PointCloud points = new(axes);
        Affinities affinities = Affinities.Of(Neighbours.Find(count, 30, points.SquaredDistances), 10);
        return (affinities, Draw(), Draw());

        // Uneven, as layouts are: most points near the middle.
        double[] Draw() => [.. Enumerable.Range(0, count).Select(_ => spread * Math.Pow((2 * random.NextFloat()) - 1, 3))];
    }
}
