using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Map;

/// <summary>The quality of a map, and of what it is compared with.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="OfLatents">The trustworthiness with respect to distances of latents, k = 12.</param>
/// <param name="OfPatterns">The trustworthiness with respect to Hamming distances of the encoded patterns, k = 12.</param>
/// <param name="Genres">The kNN genre accuracy, k = 10.</param>
/// <param name="GenresOfOtherFiles">The kNN genre accuracy among other MIDI files, k = 10.</param>
public sealed record MapMeasures(string Name, double OfLatents, double OfPatterns, GenreAccuracy Genres, GenreAccuracy GenresOfOtherFiles)
{
    /// <summary>k of the trustworthiness.</summary>
    public const int TrustedNeighbours = 12;

    /// <summary>k of the genre accuracy.</summary>
    public const int LabelledNeighbours = 10;

    /// <summary>Measures a map, the plane of largest variance, the latent space, and the patterns.</summary>
    /// <param name="map">The map.</param>
    /// <param name="patterns">The patterns of the map's latents, in the same order; at least 50.</param>
    /// <exception cref="ArgumentException">Most of the patterns are from one MIDI file, so that there are too few neighbours from
    /// others.</exception>
    public static IReadOnlyList<MapMeasures> Measure(PatternMap map, GenrePatterns patterns)
    {
        MapPoint[] points = map.Points.ToArray();
        PointCloud latents = PointCloud.Of(Array.ConvertAll(points, point => point.Latent));
        PointCloud plane = new(Array.ConvertAll(points, point => point.X), Array.ConvertAll(points, point => point.Y));
        (double[] x, double[] y) = PrincipalAxes.Project(latents);
        PointCloud principal = new(Array.ConvertAll(x, value => (float)value), Array.ConvertAll(y, value => (float)value));
        int[] singles = [.. Enumerable.Range(0, points.Length)];
        return
        [
            Of("map (t-SNE)", plane.SquaredDistances),
            Of("plane (PCA)", principal.SquaredDistances),
            Of("latent space", latents.SquaredDistances),
            Of("patterns", HammingDistances),
        ];

        MapMeasures Of(string name, DistanceRow distances)
        {
            Neighbours near = Neighbours.Find(points.Length, TrustedNeighbours, distances);
            return new(
                name,
                Trustworthiness.Measure(near, latents.SquaredDistances),
                Trustworthiness.Measure(near, HammingDistances),
                GenreAccuracy.Measure(LabelledNeighbours, distances, patterns.Labels, singles),
                GenreAccuracy.Measure(LabelledNeighbours, distances, patterns.Labels, patterns.Sources));
        }

        void HammingDistances(int from, Span<float> into) => HammingNeighbours.Distances(patterns.Patterns, from, into);
    }
}
