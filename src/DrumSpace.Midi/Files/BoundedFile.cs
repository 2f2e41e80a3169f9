namespace DrumSpace.Midi.Files;

/// <summary>
/// Reads files of unknown origin into memory, up to a limit. Pipes, sockets and devices are refused, because they may block for ever,
/// except those below /dev (such as /dev/stdin and a shell's /dev/fd/63), which are named on purpose.
/// </summary>
public static class BoundedFile
{
    private const int MinBufferBytes = 4096;
    private const string Devices = "/dev/";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; a pipe or a device below /dev is read to its end, or to the limit.</param>
    /// <param name="maxBytes">The largest file that is read.</param>
    /// <exception cref="IOException">The file is missing, a folder or special, cannot be read or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        byte[] buffer = [];
        return Read(path, maxBytes, ref buffer).ToArray();
    }

    /// <summary>Reads a file into a buffer that grows as needed, so that one buffer serves many files.</summary>
    /// <param name="path">The file; a pipe or a device below /dev is read to its end, or to the limit.</param>
    /// <param name="maxBytes">The largest file that is read.</param>
    /// <param name="buffer">The buffer; replaced by a longer one where it is too short.</param>
    /// <returns>The content, in the buffer.</returns>
    /// <exception cref="IOException">The file is missing, a folder or special, cannot be read or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ReadOnlySpan<byte> Read(string path, int maxBytes, ref byte[] buffer)
    {
        using FileStream stream = Open(path);
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

    /// <summary>Opens a file for reading, unbuffered.</summary>
    /// <exception cref="IOException">The file is missing, a folder or special, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        if (!Path.GetFullPath(path).StartsWith(Devices, StringComparison.Ordinal) && SpecialFile.KindOf(path) is { } kind)
        {
            throw new IOException($"'{path}' is {kind}, not a file.");
        }

        try
        {
            // FileStream, not RandomAccess, which refuses pipes.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (ArgumentException error)
        {
            // A path that is too long for the system.
            throw new IOException(error.Message, error);
        }
    }
}
