using System.Text;
using System.Text.Unicode;

namespace DrumSpace.Plugin.Formats;

/// <summary>Texts to and from a host's buffers, whose sizes VST2 only promises (the sizes named here). Main thread.</summary>
internal static unsafe class HostText
{
    /// <summary>The size of a buffer for a parameter's unit or value; hosts often give more, the oldest no more.</summary>
    public const int ValueSize = 8;

    /// <summary>The size of a buffer for a program's or parameter's name.</summary>
    public const int NameSize = 24;

    /// <summary>The size of a buffer for the effect's name.</summary>
    public const int EffectSize = 32;

    /// <summary>The size of a buffer for a vendor's or product's name.</summary>
    public const int VendorSize = 64;

    // Nothing that a host asks or gives is longer; a text without an end must not be read for ever.
    private const int MaxRead = 256;

    /// <summary>Writes a text with a closing zero, cut at a whole character where it does not fit.</summary>
    /// <param name="buffer">The host's buffer; null writes nothing.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="text">The text.</param>
    /// <returns>1, or 0 without a buffer: what the dispatcher answers.</returns>
    public static nint Write(byte* buffer, int size, string text)
    {
        if (buffer == null)
        {
            return 0;
        }

        Utf8.FromUtf16(text, new Span<byte>(buffer, size - 1), out _, out int written);
        buffer[written] = 0;
        return 1;
    }

    /// <summary>The bytes before the closing zero; at most 256, and none for null.</summary>
    public static ReadOnlySpan<byte> Bytes(byte* text)
    {
        int length = 0;
        while (text != null && length < MaxRead && text[length] != 0)
        {
            length++;
        }

        return new ReadOnlySpan<byte>(text, length);
    }

    /// <summary>Reads a text; what is no UTF-8 reads as replacement characters.</summary>
    public static string Read(byte* text) => Encoding.UTF8.GetString(Bytes(text));
}
