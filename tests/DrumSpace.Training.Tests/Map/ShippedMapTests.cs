using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Tests;

/// <summary>The maps of presets/models.</summary>
public sealed class ShippedMapTests
{
    // Enough to check data, choice, order and model of the map.
    private const int Checked = 100;

    public static TheoryData<string> Mapped =>
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "presets", "models"))
            .Where(folder => File.Exists(Path.Combine(folder, BundleFile.Map)))
            .Order(),
    ];

    [Theory]
    [MemberData(nameof(Mapped))]
    public void A_shipped_map_has_the_points_of_its_manifest_and_their_genres(string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        Assert.InRange(bundle.Map!.Points.Length, 10_000, PatternMap.MaxPoints);
        Assert.Equal(bundle.Manifest.Training["mapPoints"], bundle.Map.Points.Length.ToString(CultureInfo.InvariantCulture));
        HashSet<string> some = ["rock", "jazz", "funk", "latin", "freedoom", "simutrans", "tannerhelland"];
        Assert.Superset(some, bundle.Map.Genres.ToHashSet());
        Assert.Contains("\n## Map\n", File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Mapped))]
    public void A_shipped_map_has_the_latents_of_the_data(string folder)
    {
        Assert.SkipWhen(Repository.Data("groove") is null || Repository.Data("multitrack") is null, "../shared/data is not there");
        using ModelBundle bundle = ModelBundle.Load(folder);
        using PatternEncoder encoder = new(bundle);
        MapPoint[] points = bundle.Map!.Points.ToArray();
        ulong seed = (ulong)long.Parse(bundle.Manifest.Training["mapSeed"], CultureInfo.InvariantCulture);
        GenrePatterns data = GenrePatterns.Read([Repository.Data("groove")!, Repository.Data("multitrack")!], points.Length, seed);
        Assert.Equal(data.Genres, bundle.Map.Genres);
        Assert.Equal(data.Labels, points.Select(point => point.Genre));

        // The map's latents were searched for: they decode to patterns that are more like the data's than the encoder's do.
        using PatternDecoder decoder = new(bundle);
        DecodedPattern decoded = new();
        double SimilarityAt(Latent latent, int index)
        {
            decoder.Decode(latent, decoded);
            Pattern wanted = data.Patterns[index];
            return 1 - (double)decoded.Pattern.DistanceTo(wanted) / (decoded.Pattern.HitCount + wanted.HitCount);
        }

        int[] some = [.. Enumerable.Range(0, Checked).Select(i => i * (points.Length / Checked))];
        double found = some.Average(i => SimilarityAt(points[i].Latent, i));
        double encoded = some.Average(i => SimilarityAt(encoder.Encode(data.Patterns[i]), i));
        Assert.True(found > encoded + 0.02, $"{found:F3} at the map's latents, {encoded:F3} at the encoder's");
    }
}
