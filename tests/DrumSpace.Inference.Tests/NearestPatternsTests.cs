using System.Diagnostics;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>The nearest places, on the shipped model.</summary>
public class NearestPatternsTests(ITestOutputHelper output)
{
    private static readonly string Flagship = Path.Combine(Repository.Root, "presets", "models", "flagship");

    [Fact]
    public void The_places_are_the_finders_own_and_then_the_most_similar_of_the_map_in_order_and_all_different()
    {
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        Pattern wanted = new([.. Enumerable.Range(0, 32).Select(step => (ushort)((step % 2 == 0 ? 4 : 0) | (step % 8 == 0 ? 1 : step % 8 == 4 ? 2 : 0)))]);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<NearPattern> nearest = NearestPatterns.Of(bundle, wanted, 8);
        output.WriteLine($"first {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        start = Stopwatch.GetTimestamp();
        Assert.Equal(nearest.Select(one => one.Pattern), NearestPatterns.Of(bundle, wanted, 8).Select(one => one.Pattern));
        output.WriteLine($"then {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Assert.Equal(8, nearest.Count);
        Assert.Equal(8, nearest.Select(one => one.Pattern).Distinct().Count());
        using PatternFinder finder = new(bundle);
        FoundPattern best = finder.Find(wanted);
        Assert.Equal((best.Pattern, best.Similarity), (nearest[0].Pattern, nearest[0].Similarity));
        Assert.Null(nearest[0].Genre);
        Assert.Equal(nearest.Skip(1).OrderByDescending(one => one.Similarity), nearest.Skip(1), (one, other) => one.Similarity == other.Similarity);

        // Nothing on the map is nearer than the last of them and not among them.
        KnobMap map = bundle.KnobMap!;
        HashSet<Pattern> found = [.. nearest.Select(one => one.Pattern)];
        foreach (Pattern other in map.Patterns)
        {
            Assert.True(found.Contains(other) || other.SimilarityTo(wanted) <= nearest[^1].Similarity);
        }

        using PatternDecoder decoder = new(bundle);
        DecodedPattern decoded = new();
        foreach (NearPattern near in nearest)
        {
            decoder.Decode(bundle.Mapping.ToLatent(near.Knobs), decoded);
            Assert.Equal((decoded.Pattern, decoded.Pattern.SimilarityTo(wanted)), (near.Pattern, near.Similarity));
        }
    }

    [Fact]
    public void The_map_has_the_models_points_as_knobs()
    {
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        KnobMap map = bundle.KnobMap!;
        Assert.Same(map, bundle.KnobMap);
        Assert.Equal(bundle.Map!.Points.Length, map.Points.Length);
        Assert.Equal(map.Points.Length, map.Patterns.Length);
        Assert.Equal(bundle.Map.Genres, map.Genres);
        for (int number = 0; number < map.Points.Length; number++)
        {
            (MapPoint point, KnobMapPoint at) = (bundle.Map.Points[number], map.Points[number]);
            Assert.Equal((point.X, point.Y, (int)point.Genre), (at.X, at.Y, at.Genre));
            Knobs knobs = bundle.Mapping.ToKnobs(point.Latent), there = at.Knobs;
            Assert.True(((ReadOnlySpan<float>)knobs).SequenceEqual(there));
        }
    }

    [Fact]
    public void One_place_is_the_finders_own_and_fewer_are_refused()
    {
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        Assert.Single(NearestPatterns.Of(bundle, default, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestPatterns.Of(bundle, default, 0));
    }
}
