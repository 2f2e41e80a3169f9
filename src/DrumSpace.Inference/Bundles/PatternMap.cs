using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// A map of the latent space: encoded beats laid out in the plane so that beats which resemble each other lie together. It holds latents,
/// and no patterns: the model decodes them. Immutable; any thread.
/// </summary>
/// <remarks>
/// As <c>map.bin</c>, all numbers little-endian:
/// <code>
/// offset  bytes  content
///      0      4  "DSMP"
///      4      2  version, 1
///      6      2  number of genres, G: 1 to 255
///      8      4  number of points, N: 1 to 1,000,000
///     12         G names: a byte L, 1 to 64, and L bytes of UTF-8; no two alike, no control characters
///                N points of 25 bytes: x, y and four latent coordinates as 32-bit floats, and a byte, the genre's index
/// </code>
/// x and y lie from 0 to 1, the latents are finite, and nothing follows the last point.
/// </remarks>
public sealed partial class PatternMap
{
    /// <summary>The most genres.</summary>
    public const int MaxGenres = byte.MaxValue;

    /// <summary>The longest name of a genre, in bytes of UTF-8.</summary>
    public const int MaxGenreBytes = 64;

    /// <summary>The most points.</summary>
    public const int MaxPoints = 1_000_000;

    private readonly string[] _genres;
    private readonly MapPoint[] _points;

    /// <summary>Makes a map.</summary>
    /// <param name="genres">The names of the genres, as the format allows them.</param>
    /// <param name="points">The points, as the format allows them; copied.</param>
    /// <exception cref="ArgumentException">The map is one that a reader would refuse; the message says where.</exception>
    public PatternMap(IReadOnlyList<string> genres, ReadOnlySpan<MapPoint> points)
        : this([.. genres], points.ToArray())
    {
        if (FindFault(_genres, _points) is var (place, problem))
        {
            throw new ArgumentException($"{place}: {problem}.");
        }
    }

    // Takes what is checked already.
    private PatternMap(string[] genres, MapPoint[] points) => (_genres, _points) = (genres, points);

    /// <summary>The names of the genres, by their index.</summary>
    public IReadOnlyList<string> Genres => _genres;

    /// <summary>The points, in no order that means anything.</summary>
    public ReadOnlySpan<MapPoint> Points => _points;

    private static (string Place, string Problem)? FindFault(string[] genres, MapPoint[] points)
    {
        if (genres.Length is 0 or > MaxGenres || points.Length is 0 or > MaxPoints)
        {
            string must = $"must have 1 to {MaxGenres} and 1 to {MaxPoints}";
            return ("map", $"it has {genres.Length} genres and {points.Length} points, and {must}");
        }

        for (int i = 0; i < genres.Length; i++)
        {
            if (genres[i].Length == 0 || Utf8.GetByteCount(genres[i]) > MaxGenreBytes || genres[i].Any(char.IsControl))
            {
                return ($"genre {i}", $"a name has 1 to {MaxGenreBytes} bytes and no control character");
            }

            if (Array.IndexOf(genres, genres[i]) < i)
            {
                return ($"genre {i}", "the name is there already");
            }
        }

        for (int i = 0; i < points.Length; i++)
        {
            if (FindFault(points[i], genres.Length) is { } problem)
            {
                return ($"point {i}", problem);
            }
        }

        return null;
    }

    private static string? FindFault(in MapPoint point, int genreCount)
    {
        // Written so that what is no number fails too.
        if (!(point.X >= 0 && point.X <= 1 && point.Y >= 0 && point.Y <= 1))
        {
            return "its place lies outside 0 to 1";
        }

        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            if (!float.IsFinite(point.Latent[axis]))
            {
                return "its latent is not finite";
            }
        }

        return point.Genre < genreCount ? null : $"its genre is {point.Genre}, of {genreCount}";
    }
}
