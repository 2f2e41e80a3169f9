namespace DrumSpace.Midi.Files;

/// <summary>
/// Writes files that are there whole or not at all, even where the power fails: each is written beside its place, flushed to the disk, and
/// moved there. Any thread but the audio thread.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path, in an existing folder.</param>
    /// <param name="write">Writes its content, from first to last byte.</param>
    /// <param name="overwrite">Whether it takes the place of a file that is there.</param>
    /// <exception cref="IOException">It cannot be written, or is there already; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write, bool overwrite = true)
    {
        string part = path + ".part";
        FileStream stream = new(part, FileMode.Create, FileAccess.Write);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Writes bytes as a file, in the place of one that is there.</summary>
    /// <param name="path">Its path, in an existing folder.</param>
    /// <param name="content">The bytes.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));
}
