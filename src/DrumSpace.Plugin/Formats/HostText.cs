using System.Text;
using System.Text.Unicode;

namespace DrumSpace.Plugin.Formats;

/// <summary>Null-terminated UTF-8 in a host's buffers. Any thread.</summary>
internal static unsafe class HostText
{
    // No text from a host is longer; a missing terminator must not be searched for without end.
    private const int MaxRead = 256;

    /// <summary>Writes a text and its terminator, truncated at a whole character if it does not fit.</summary>
    /// <param name="buffer">The host's buffer; null writes nothing.</param>
    /// <param name="size">Its size in bytes, at least 1.</param>
    /// <param name="text">The text.</param>
    /// <returns>1, or 0 without a buffer.</returns>
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

    /// <summary>The bytes before the terminator, at most 256; none for null.</summary>
    public static ReadOnlySpan<byte> Bytes(byte* text)
    {
        int length = 0;
        while (text != null && length < MaxRead && text[length] != 0)
        {
            length++;
        }

        return new ReadOnlySpan<byte>(text, length);
    }

    /// <summary>Reads a text; invalid UTF-8 becomes replacement characters.</summary>
    public static string Read(byte* text) => Encoding.UTF8.GetString(Bytes(text));
}
