using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DrumSpace.Plugin.State;

/// <summary>
/// Reads little-endian values from bytes that nobody vouches for: no read goes beyond the end, no length is believed before it is
/// checked, no number that is none passes.
/// </summary>
/// <param name="bytes">The bytes.</param>
/// <param name="origin">The offset, in the whole chunk, of the first of them.</param>
internal ref struct ChunkReader(ReadOnlySpan<byte> bytes, int origin = 0)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly int _origin = origin;
    private int _next;

    /// <summary>The offset, in the whole chunk, of the next byte.</summary>
    public readonly int Offset => _origin + _next;

    /// <summary>The bytes not yet read.</summary>
    public readonly int Remaining => _bytes.Length - _next;

    /// <summary>Reads an unsigned 16-bit number.</summary>
    public ushort ReadUInt16(string what) => BinaryPrimitives.ReadUInt16LittleEndian(Take(2, what));

    /// <summary>Reads an unsigned 32-bit number.</summary>
    public uint ReadUInt32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, what));

    /// <summary>Reads a byte.</summary>
    public byte ReadByte(string what) => Take(1, what)[0];

    /// <summary>Reads some bytes.</summary>
    public byte[] ReadBytes(int count, string what) => Take(count, what).ToArray();

    /// <summary>Reads a switch: 0 or 1 in a byte.</summary>
    public bool ReadSwitch(string what)
    {
        byte value = Take(1, what)[0];
        return value <= 1 ? value == 1 : throw new StateFormatException(Offset - 1, $"{what} is {value}, neither 0 nor 1.");
    }

    /// <summary>Reads a normalized value.</summary>
    public float ReadNormalized(string what) => ReadWithin(0, 1, what);

    /// <summary>Reads a value of a range, its bounds included.</summary>
    public float ReadWithin(float low, float high, string what)
    {
        float value = BinaryPrimitives.ReadSingleLittleEndian(Take(4, what));
        return value >= low && value <= high
            ? value
            : throw new StateFormatException(
                Offset - 4, string.Create(CultureInfo.InvariantCulture, $"{what} is not within {low} to {high}."));
    }

    /// <summary>Reads a text: one byte for its length in bytes, then printable UTF-8.</summary>
    public string ReadText(int maxBytes, string what)
    {
        int start = Offset;
        int length = Take(1, what)[0];
        if (length > maxBytes)
        {
            throw new StateFormatException(start, $"{what} is {length} bytes long; {maxBytes} are allowed.");
        }

        try
        {
            string text = StrictUtf8.GetString(Take(length, what));
            return !text.Any(char.IsControl) ? text : throw new StateFormatException(start, $"{what} holds control characters.");
        }
        catch (DecoderFallbackException)
        {
            throw new StateFormatException(start, $"{what} is no UTF-8.");
        }
    }

    /// <summary>Reads a tag of ASCII capitals and digits.</summary>
    public string ReadTag(int size, string what)
    {
        int start = Offset;
        ReadOnlySpan<byte> tag = Take(size, what);
        foreach (byte character in tag)
        {
            if (!char.IsAsciiLetterUpper((char)character) && !char.IsAsciiDigit((char)character))
            {
                throw new StateFormatException(start, $"{what} holds other characters than capitals and digits.");
            }
        }

        return Encoding.ASCII.GetString(tag);
    }

    /// <summary>Reads some bytes as a chunk of their own.</summary>
    public ChunkReader ReadPart(uint length, string what)
    {
        int start = Offset;
        return new ChunkReader(Take((int)Math.Min(length, int.MaxValue), what), start);
    }

    /// <summary>Reads the bytes that are left.</summary>
    public byte[] ReadRest() => ReadBytes(Remaining, "the rest");

    /// <summary>Checks that nothing is left.</summary>
    /// <param name="what">What has been read.</param>
    public readonly void End(string what)
    {
        if (Remaining > 0)
        {
            throw new StateFormatException(Offset, $"{Remaining} bytes follow the end of {what}.");
        }
    }

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (Remaining < count)
        {
            throw new StateFormatException(Offset, $"the chunk ends within {what}.");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_next, count);
        _next += count;
        return taken;
    }
}
