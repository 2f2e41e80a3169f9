namespace DrumSpace.Midi.Files;

/// <summary>Reads files of unknown origin into memory, up to a limit.</summary>
public static class BoundedFile
{
    private const int MinBufferBytes = 4096;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; a pipe or a device is read to its end, or to the limit.</param>
    /// <param name="maxBytes">The largest file that is read.</param>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        byte[] buffer = [];
        return Read(path, maxBytes, ref buffer).ToArray();
    }

    /// <summary>Reads a file into a buffer that grows as needed, so that one buffer serves many files.</summary>
    /// <param name="path">The file; a pipe or a device is read to its end, or to the limit.</param>
    /// <param name="maxBytes">The largest file that is read.</param>
    /// <param name="buffer">The buffer; replaced by a longer one where it is too short.</param>
    /// <returns>The content, in the buffer.</returns>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static ReadOnlySpan<byte> Read(string path, int maxBytes, ref byte[] buffer)
    {
        // FileStream, not RandomAccess, which refuses pipes.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long expected = stream.CanSeek ? stream.Length : 0;
        int length = 0, read = 1;
        while (read > 0 && Math.Max(length, expected) <= maxBytes)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Max(Math.Max(MinBufferBytes, expected + 1), length * 2L));
            }

            read = stream.Read(buffer, length, buffer.Length - length);
            length += read;
        }

        return read == 0
            ? buffer.AsSpan(0, length)
            : throw new IOException($"The file '{path}' is too long: at most {maxBytes} bytes are read.");
    }
}
