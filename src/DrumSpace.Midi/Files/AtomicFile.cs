namespace DrumSpace.Midi.Files;

/// <summary>
/// Replaces a file as a whole: the new content is written to PATH.part and renamed by <see cref="Commit"/>. Until then, and after a crash,
/// PATH keeps its old content.
/// </summary>
/// <remarks>One thread at a time.</remarks>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _part;
    private bool _isCommitted;

    /// <summary>Creates PATH.part.</summary>
    /// <param name="path">The file to replace.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public AtomicFile(string path)
    {
        _path = path;
        _part = path + ".part";
        Stream = new FileStream(_part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    }

    /// <summary>The new content, unbuffered; readable too, for those who check it before they commit.</summary>
    public FileStream Stream { get; }

    /// <summary>Replaces a file by new content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of its content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using AtomicFile file = new(path);
        file.Stream.Write(content);
        file.Commit();
    }

    /// <summary>Flushes the content to the disk and renames the file; call it once, after the last write.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be replaced.</exception>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_part, _path, overwrite: true);
        _isCommitted = true;
    }

    /// <summary>Deletes PATH.part unless it was committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isCommitted)
        {
            File.Delete(_part);
        }
    }
}
