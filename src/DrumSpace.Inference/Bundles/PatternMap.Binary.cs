using System.Buffers.Binary;
using System.Text;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

public sealed partial class PatternMap
{
    private const ushort Version = 1;
    private const int HeaderBytes = 12;
    private const int PointBytes = ((2 + Latent.Dimensions) * sizeof(float)) + 1;

    // Throws at what is no UTF-8 instead of putting question marks.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Magic => "DSMP"u8;

    /// <summary>Reads and checks a map.</summary>
    /// <param name="content">The whole of map.bin.</param>
    /// <param name="file">The path that errors name.</param>
    /// <exception cref="BundleException">It is no map, of another version, cut, too long, or says what no map may say.</exception>
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
        if (genreCount is 0 or > MaxGenres)
        {
            throw new BundleException(file, "byte 6", $"it has {genreCount} genres, and must have 1 to {MaxGenres}");
        }

        var genres = new string[genreCount];
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
        int at = HeaderBytes;
        for (int i = 0; i < genres.Length; i++)
        {
            genres[i] = ReadGenre(content, ref at, i, file);
        }

        // Before there is room made for the points: the count is a stranger's.
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

        return FindFault(genres, points) is var (place, problem)
            ? throw new BundleException(file, place, problem)
            : new PatternMap(genres, points);
    }

    /// <summary>The content of map.bin; the same bytes for the same map.</summary>
    public byte[] ToBytes()
    {
        byte[] content = new byte[HeaderBytes + _genres.Sum(genre => 1 + Utf8.GetByteCount(genre)) + (_points.Length * PointBytes)];
        Magic.CopyTo(content);
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(6), (ushort)_genres.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(8), (uint)_points.Length);
        int at = HeaderBytes;
        foreach (string genre in _genres)
        {
            int length = Utf8.GetBytes(genre, content.AsSpan(at + 1));
            content[at] = (byte)length;
            at += 1 + length;
        }

        foreach (MapPoint point in _points)
        {
            WritePoint(content.AsSpan(at, PointBytes), point);
            at += PointBytes;
        }

        return content;
    }

    private static string ReadGenre(ReadOnlySpan<byte> content, ref int at, int index, string file)
    {
        int length = at < content.Length ? content[at] : 0;
        if (length > MaxGenreBytes || content.Length - at <= length)
        {
            throw new BundleException(file, $"genre {index}", "the name is longer than a name may be or than the file");
        }

        ReadOnlySpan<byte> name = content.Slice(at + 1, length);
        at += 1 + length;
        try
        {
            return Utf8.GetString(name);
        }
        catch (DecoderFallbackException e)
        {
            throw new BundleException(file, $"genre {index}", "the name is not UTF-8", e);
        }
    }

    private static MapPoint ReadPoint(ReadOnlySpan<byte> bytes)
    {
        Latent latent = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            latent[axis] = BinaryPrimitives.ReadSingleLittleEndian(bytes[((2 + axis) * sizeof(float))..]);
        }

        return new MapPoint(
            BinaryPrimitives.ReadSingleLittleEndian(bytes),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(float)..]),
            latent,
            bytes[^1]);
    }

    private static void WritePoint(Span<byte> bytes, in MapPoint point)
    {
        BinaryPrimitives.WriteSingleLittleEndian(bytes, point.X);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[sizeof(float)..], point.Y);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes[((2 + axis) * sizeof(float))..], point.Latent[axis]);
        }

        bytes[^1] = point.Genre;
    }
}
