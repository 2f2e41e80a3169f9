namespace DrumSpace.Midi.Reading;

/// <summary>Brings a whole MIDI file into memory, within a bound.</summary>
internal static class MidiBytes
{
    /// <summary>The longest file that is read: far above any music, far below what harms a machine.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Reads a file into a buffer that grows as needed, so that one buffer serves many files.</summary>
    /// <returns>The file's bytes, in the buffer.</returns>
    /// <exception cref="MidiFormatException">The file is longer than <see cref="MaxLength"/>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static ReadOnlySpan<byte> Read(string path, ref byte[] buffer)
    {
        // FileStream, not RandomAccess: pipes and devices have no length, and are read until the bound at most.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        int length = 0;
        long expected = stream.CanSeek ? stream.Length : 0;
        if (expected > MaxLength)
        {
            throw TooLong(path);
        }

        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Max(Math.Max(4096, expected + 1), length * 2L));
            }

            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return buffer.AsSpan(0, length);
            }

            length += read;
            if (length > MaxLength)
            {
                throw TooLong(path);
            }
        }
    }

    private static MidiFormatException TooLong(string path) =>
        new(path, MaxLength, $"longer than {MaxLength / (1024 * 1024)} MiB, the most that is read as a MIDI file");
}
