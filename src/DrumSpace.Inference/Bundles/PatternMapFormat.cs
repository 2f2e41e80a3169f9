using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>Reads and writes <c>map.bin</c>.</summary>
/// <remarks>
/// All numbers are little-endian:
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
public static class PatternMapFormat
{
    private const ushort Version = 1;
    private const int HeaderBytes = 12;
    private const int FloatsPerPoint = 2 + Latent.Dimensions;
    private const int PointBytes = FloatsPerPoint * sizeof(float) + 1;

    private static ReadOnlySpan<byte> Magic => "DSMP"u8;

    /// <summary>Reads and checks a map.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="BundleException">It is no map, of another version, cut, too long, or breaks a rule.</exception>
    public static PatternMap Parse(ReadOnlySpan<byte> content, string file)
    {
        if (content.Length < HeaderBytes || !content.StartsWith(Magic))
        {
            throw new BundleException(file, "", "it is not a map");
        }

        int version = BinaryPrimitives.ReadUInt16LittleEndian(content[4..]);
        if (version != Version)
        {
            throw new BundleException(file, "byte 4", $"version {version} is not known here; this version of DrumSpace reads {Version}");
        }

        int genreCount = BinaryPrimitives.ReadUInt16LittleEndian(content[6..]);
        if (genreCount is 0 or > PatternMap.MaxGenres)
        {
            throw new BundleException(file, "byte 6", $"it has {genreCount} genres, and must have 1 to {PatternMap.MaxGenres}");
        }

        var genres = new string[genreCount];
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
        int at = HeaderBytes;
        for (int i = 0; i < genres.Length; i++)
        {
            genres[i] = ReadGenre(content, ref at, i, file);
        }

        // Checked before the points are allocated: the count is untrusted.
        if (content.Length - at != (long)count * PointBytes)
        {
            throw new BundleException(
                file, $"byte {at}", $"{content.Length - at} bytes of points are not {count} points of {PointBytes} bytes");
        }

        var points = new MapPoint[count];
        for (int i = 0; i < points.Length; i++, at += PointBytes)
        {
            points[i] = ReadPoint(content.Slice(at, PointBytes));
        }

        return PatternMap.FindFault(genres, points) is var (place, problem)
            ? throw new BundleException(file, place, problem)
            : new PatternMap(genres, points);
    }

    /// <summary>Writes a map: equal bytes for equal maps.</summary>
    public static byte[] ToBytes(this PatternMap map)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write((ushort)map.Genres.Count);
        writer.Write(map.Points.Length);
        foreach (string genre in map.Genres)
        {
            // BinaryWriter's own prefix of a string is one byte up to 127 bytes, and a name has at most 64.
            writer.Write(genre);
        }

        foreach (MapPoint point in map.Points)
        {
            writer.Write(point.X);
            writer.Write(point.Y);
            Latent latent = point.Latent;
            foreach (float coordinate in latent)
            {
                writer.Write(coordinate);
            }

            writer.Write(point.Genre);
        }

        return stream.ToArray();
    }

    private static string ReadGenre(ReadOnlySpan<byte> content, ref int at, int index, string file)
    {
        int length = at < content.Length ? content[at] : 0;
        if (length > PatternMap.MaxGenreBytes || content.Length - at <= length)
        {
            throw new BundleException(file, $"genre {index}", "the name is longer than a name may be or than the file");
        }

        ReadOnlySpan<byte> name = content.Slice(at + 1, length);
        at += 1 + length;
        return Utf8.IsValid(name)
            ? Encoding.UTF8.GetString(name)
            : throw new BundleException(file, $"genre {index}", "the name is not UTF-8");
    }

    private static MapPoint ReadPoint(ReadOnlySpan<byte> bytes)
    {
        Span<float> numbers = stackalloc float[FloatsPerPoint];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        return new MapPoint(numbers[0], numbers[1], new Latent(numbers[2], numbers[3], numbers[4], numbers[5]), bytes[^1]);
    }
}
