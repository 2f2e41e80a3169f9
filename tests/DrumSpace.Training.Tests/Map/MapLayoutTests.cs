using System.Xml.Linq;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Map;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests;

public sealed class MapLayoutTests
{
    private static readonly TsneOptions Quick = new() { Perplexity = 10, Iterations = 300, ExaggeratedIterations = 100 };

    [Fact]
    public void Clusters_of_latents_are_clusters_on_the_map()
    {
        (Latent[] latents, byte[] labels) = Clusters(60);
        PatternMap map = MapOf(latents, labels, seed: 1);
        PointCloud plane = new([.. map.Points.ToArray().Select(point => point.X)], [.. map.Points.ToArray().Select(point => point.Y)]);
        int[] singles = [.. Enumerable.Range(0, latents.Length)];
        GenreAccuracy genres = GenreAccuracy.Measure(10, plane.SquaredDistances, labels, singles);
        Assert.InRange(genres.Accuracy, 0.99, 1);
        Assert.InRange(genres.Chance, 0.3, 0.35);
        Neighbours near = Neighbours.Find(plane.Count, 12, plane.SquaredDistances);
        Assert.InRange(Trustworthiness.Measure(near, PointCloud.Of(latents).SquaredDistances), 0.95, 1);
    }

    [Fact]
    public void Equal_seeds_give_equal_maps_and_others_do_not()
    {
        (Latent[] latents, byte[] labels) = Clusters(20);
        Assert.Equal(MapOf(latents, labels, 1).ToBytes(), MapOf(latents, labels, 1).ToBytes());
        Assert.NotEqual(MapOf(latents, labels, 1).ToBytes(), MapOf(latents, labels, 2).ToBytes());
    }

    [Fact]
    public void The_map_fills_its_square_and_keeps_latents_and_genres()
    {
        (Latent[] latents, byte[] labels) = Clusters(20);
        MapPoint[] points = MapOf(latents, labels, 1).Points.ToArray();
        Assert.Equal(labels, points.Select(point => point.Genre));
        Assert.Equal(latents.Select(latent => latent[2]), points.Select(point => point.Latent[2]));
        float wide = points.Max(point => point.X) - points.Min(point => point.X);
        float high = points.Max(point => point.Y) - points.Min(point => point.Y);
        Assert.Equal(1, Math.Max(wide, high), 1e-5);
    }

    [Fact]
    public void Equal_latents_have_different_positions()
    {
        (Latent[] latents, byte[] labels) = Clusters(20);
        latents.AsSpan(0, 15).Fill(latents[0]);
        MapPoint[] points = MapOf(latents, labels, 1).Points.ToArray();
        Assert.Equal(points.Length, points.Select(point => (point.X, point.Y)).Distinct().Count());
    }

    [Fact]
    public void Too_few_points_for_the_perplexity_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => MapLayout.Compute(Clusters(10).Latents, 1, Quick));
        Assert.Contains("more than 30 points, not 30", error.Message);
    }

    [Fact]
    public void The_plot_has_every_point_once_and_names_every_genre()
    {
        string[] genres = [.. Enumerable.Range(0, 12).Select(i => $"genre <{i}>")];

        // One of the first genre, two of the second ... twelve of the last.
        static byte GenreOf(int i) => (byte)(Math.Sqrt((2 * i) + 0.25) - 0.5);
        MapPoint[] points = [.. Enumerable.Range(0, 78).Select(i => new MapPoint(i / 77f, 1 - (i / 77f), default, GenreOf(i)))];
        string svg = MapPlot.ToSvg("A & B", new PatternMap(genres, points));
        XElement root = XElement.Parse(svg);
        Assert.Equal(points.Length, svg.Split("h0").Length - 1);
        Assert.All(genres, genre => Assert.Contains(root.Descendants(), element => element.Value == genre));
        Assert.Contains(root.Descendants(), element => element.Value == "3 others");

        // The map, and a small one for each genre, of all genres each.
        Assert.Equal(12 + (12 * 12), root.Descendants().Count(element => element.Name.LocalName == "use"));
    }

    [Fact]
    public void The_card_has_the_measures()
    {
        string section = MapPublisher.Section(
            new PatternMap(["a"], [default]), 3, [new("map", 0.91234, 0.8, new GenreAccuracy(0.5, 0.25), new GenreAccuracy(0.4, 0.125))]);
        Assert.Contains("--points 1 --seed 3", section);
        Assert.Contains("is 0.9123 by the latents and 0.8000 by the patterns;\n40.0 % of 10 neighbours", section);
        Assert.Contains("genre, 12.5 % by chance.", section);
    }

    private static PatternMap MapOf(Latent[] latents, byte[] labels, ulong seed)
    {
        (double[] x, double[] y) = MapLayout.Compute(latents, seed, Quick);
        return MapLayout.ToMap(x, y, latents, labels, ["a", "b", "c"]);
    }

    private static (Latent[] Latents, byte[] Labels) Clusters(int each)
    {
        SeededRandom random = new(9);
        float Near(float middle) => middle + random.NextFloat();
        Latent[] latents =
            [.. Enumerable.Range(0, 3 * each).Select(i => new Latent(Near(i % 3 * 10), Near(0), Near(i % 3 == 1 ? 9 : 0), Near(0)))];
        return (latents, [.. Enumerable.Range(0, latents.Length).Select(i => (byte)(i % 3))]);
    }
}
