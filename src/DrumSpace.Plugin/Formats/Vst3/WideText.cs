using DrumSpace.Abi.Vst3;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>Null-terminated UTF-16 in a host's buffers. Any thread.</summary>
internal static unsafe class WideText
{
    /// <summary>Writes a text and its terminator, truncated at a whole character if it does not fit.</summary>
    /// <param name="buffer">The host's buffer; null writes nothing.</param>
    /// <param name="text">The text.</param>
    /// <param name="size">The buffer's size in characters.</param>
    /// <returns>Whether there is a buffer.</returns>
    public static bool Write(char* buffer, string text, int size = Vst3Text.Size)
    {
        if (buffer == null)
        {
            return false;
        }

        int length = Math.Min(text.Length, size - 1);
        length -= length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        text.AsSpan(0, length).CopyTo(new Span<char>(buffer, length));
        buffer[length] = '\0';
        return true;
    }

    /// <summary>Reads a text, at most what a buffer of VST 3 holds; empty for null.</summary>
    public static string Read(char* text)
    {
        int length = 0;
        while (text != null && length < Vst3Text.Size && text[length] != '\0')
        {
            length++;
        }

        return new string(text, 0, length);
    }
}
