namespace DrumSpace.Midi.Files;

/// <summary>Reads a file that nobody vouches for into memory, within a bound. Any thread but the audio thread.</summary>
public static class BoundedFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; a pipe or a device, which have no length, are read to their end or the bound.</param>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <exception cref="IOException">It cannot be read, or is longer.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] content = new byte[(stream.CanSeek ? Math.Min(stream.Length, maxBytes) : maxBytes) + 1];
        int count = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return count <= maxBytes ? content[..count] : throw new IOException($"{path} has more than the {maxBytes} bytes that are read.");
    }
}
