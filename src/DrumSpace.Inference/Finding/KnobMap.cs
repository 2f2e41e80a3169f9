using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>The map of a model's space in terms of its knobs, and the patterns that play at its points.</summary>
/// <remarks>Immutable. Any thread but the audio thread.</remarks>
public sealed class KnobMap
{
    private readonly ModelBundle _bundle;
    private readonly KnobMapPoint[] _points;
    private readonly Lazy<Pattern[]> _patterns;

    /// <summary>Makes the map of a model.</summary>
    /// <param name="bundle">The model.</param>
    /// <param name="map">Its map.</param>
    internal KnobMap(ModelBundle bundle, PatternMap map)
    {
        _bundle = bundle;
        Genres = map.Genres;
        _points = new KnobMapPoint[map.Points.Length];
        for (int number = 0; number < _points.Length; number++)
        {
            MapPoint point = map.Points[number];
            _points[number] = new KnobMapPoint(point.X, point.Y, point.Genre, bundle.Mapping.ToKnobs(point.Latent));
        }

        _patterns = new Lazy<Pattern[]>(Decode);
    }

    /// <summary>The names of the genres, by their index.</summary>
    public IReadOnlyList<string> Genres { get; }

    /// <summary>The points, in no particular order.</summary>
    public ReadOnlySpan<KnobMapPoint> Points => _points;

    /// <summary>
    /// The patterns of the points, without variation. The first call decodes them all, which takes some 50 µs a point; others wait for it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The model was disposed before.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">The network failed.</exception>
    public ReadOnlySpan<Pattern> Patterns => _patterns.Value;

    private Pattern[] Decode()
    {
        using PatternDecoder decoder = new(_bundle);
        DecodedPattern decoded = new();
        Pattern[] patterns = new Pattern[_points.Length];
        for (int number = 0; number < patterns.Length; number++)
        {
            decoder.Decode(_bundle.Mapping.ToLatent(_points[number].Knobs), decoded);
            patterns[number] = decoded.Pattern;
        }

        return patterns;
    }
}
