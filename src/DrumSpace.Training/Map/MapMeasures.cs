using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Training.Map;

/// <summary>How good a map is, beside what it could have been.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="OfLatents">Trustworthiness of neighbours as neighbours in the latent space, k = 12.</param>
/// <param name="OfPatterns">The same as neighbours by Hamming distance between the patterns that were encoded.</param>
/// <param name="Genres">The purity of genres among 10 neighbours.</param>
/// <param name="GenresOfOtherFiles">The same among 10 neighbours from other MIDI files.</param>
public sealed record MapMeasures(string Name, double OfLatents, double OfPatterns, LabelPurity Genres, LabelPurity GenresOfOtherFiles)
{
    /// <summary>Neighbours that trustworthiness is measured with.</summary>
    public const int TrustedNeighbours = 12;

    /// <summary>Neighbours that the purity of genres is measured with.</summary>
    public const int LabelledNeighbours = 10;

    /// <summary>The fewest beats that can be measured.</summary>
    public const int FewestBeats = 50;

    /// <summary>Measures a map, the plane of largest variance, the latent space itself, and the patterns.</summary>
    /// <param name="map">The map.</param>
    /// <param name="beats">The beats whose latents are the map's, in the same order; at least <see cref="FewestBeats"/>.</param>
    /// <exception cref="ArgumentException">Most of the beats are from one MIDI file: there are no neighbours from others.</exception>
    public static IReadOnlyList<MapMeasures> Measure(PatternMap map, GenreBeats beats)
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
            Of("patterns", PatternDistances),
        ];

        MapMeasures Of(string name, DistanceRow distances)
        {
            Neighbours near = Neighbours.Find(points.Length, TrustedNeighbours, distances);
            return new(
                name,
                Trustworthiness.Measure(near, latents.SquaredDistances),
                Trustworthiness.Measure(near, PatternDistances),
                LabelPurity.Measure(LabelledNeighbours, distances, beats.Labels, singles),
                LabelPurity.Measure(LabelledNeighbours, distances, beats.Labels, beats.Sources));
        }

        void PatternDistances(int from, Span<float> into)
        {
            ref readonly Pattern pattern = ref beats.Patterns[from];
            for (int i = 0; i < beats.Patterns.Length; i++)
            {
                into[i] = pattern.DistanceTo(beats.Patterns[i]);
            }
        }
    }
}
