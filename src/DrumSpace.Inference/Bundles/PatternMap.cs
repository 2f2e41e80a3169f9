using System.Text;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// A map of the latent space: encoded patterns laid out in the plane so that similar ones lie together. It holds latents and no patterns,
/// which the model decodes. Immutable; any thread. <see cref="PatternMapFormat"/> reads and writes it.
/// </summary>
public sealed class PatternMap
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
    /// <param name="genres">1 to 255 different names of 1 to 64 bytes of UTF-8, without control characters.</param>
    /// <param name="points">1 to 1,000,000 points: x and y from 0 to 1, finite latents, genres below their number. Copied.</param>
    /// <exception cref="ArgumentException">A rule is broken; the message says where.</exception>
    public PatternMap(IReadOnlyList<string> genres, ReadOnlySpan<MapPoint> points)
    {
        (_genres, _points) = ([.. genres], points.ToArray());
        if (FindFault(_genres, _points) is var (place, problem))
        {
            throw new ArgumentException($"{place}: {problem}.");
        }
    }

    /// <summary>The names of the genres, by their index.</summary>
    public IReadOnlyList<string> Genres => _genres;

    /// <summary>The points, in no particular order.</summary>
    public ReadOnlySpan<MapPoint> Points => _points;

    /// <summary>The first rule that a map's content breaks, and where; null when it keeps all.</summary>
    internal static (string Place, string Problem)? FindFault(string[] genres, MapPoint[] points) =>
        Faults(genres, points).Select(fault => ((string, string)?)fault).FirstOrDefault();

    private static IEnumerable<(string Place, string Problem)> Faults(string[] genres, MapPoint[] points)
    {
        if (genres.Length is 0 or > MaxGenres || points.Length is 0 or > MaxPoints)
        {
            string must = $"must have 1 to {MaxGenres} and 1 to {MaxPoints}";
            yield return ("map", $"it has {genres.Length} genres and {points.Length} points, and {must}");
        }

        foreach ((int i, string genre) in genres.Index())
        {
            if (genre.Length == 0 || Encoding.UTF8.GetByteCount(genre) > MaxGenreBytes || genre.Any(char.IsControl))
            {
                yield return ($"genre {i}", $"a name has 1 to {MaxGenreBytes} bytes and no control character");
            }

            if (Array.IndexOf(genres, genre) < i)
            {
                yield return ($"genre {i}", "the name is there already");
            }
        }

        foreach ((int i, MapPoint point) in points.Index())
        {
            // Written so that NaN fails too.
            if (!(point.X >= 0 && point.X <= 1 && point.Y >= 0 && point.Y <= 1))
            {
                yield return ($"point {i}", "its place lies outside 0 to 1");
            }

            Latent latent = point.Latent;
            if (!(float.IsFinite(latent[0]) && float.IsFinite(latent[1]) && float.IsFinite(latent[2]) && float.IsFinite(latent[3])))
            {
                yield return ($"point {i}", "its latent is not finite");
            }

            if (point.Genre >= genres.Length)
            {
                yield return ($"point {i}", $"its genre is {point.Genre}, of {genres.Length}");
            }
        }
    }
}
