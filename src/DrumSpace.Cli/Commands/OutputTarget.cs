using DrumSpace.Midi.Files;

namespace DrumSpace.Cli.Commands;

/// <summary>Checks before the work that its result can be written. Nothing stays behind.</summary>
internal static class OutputTarget
{
    /// <summary>Checks a file that is to be written or replaced.</summary>
    /// <exception cref="IOException">It is a folder, cannot be written, or its folder is missing; the message names it.</exception>
    public static void CheckFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        if (SpecialFile.KindOf(path) is not null)
        {
            return; // A pipe's reader would take the check for the end.
        }

        if (File.Exists(path))
        {
            TryWrite(path, () => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        CheckWritable(path, Directory.Exists(folder) ? folder : throw new IOException($"{path}: there is no folder '{folder}'."));
    }

    /// <summary>Checks a folder that files are to be written into; it need not exist yet.</summary>
    /// <exception cref="IOException">It is a file, or it cannot be made or written; the message names it.</exception>
    public static void CheckFolder(string path)
    {
        string folder = Path.GetFullPath(path);
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder))
            {
                throw new IOException($"'{folder}' is a file, not a folder.");
            }

            folder = Path.GetDirectoryName(folder) ?? throw new IOException($"{path}: there is no such volume.");
        }

        CheckWritable(path, folder);
    }

    private static void CheckWritable(string path, string folder)
    {
        string probe = Path.Combine(folder, $".drumspace-{Guid.NewGuid():N}");
        TryWrite(path, () => new FileStream(
            probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
    }

    private static void TryWrite(string path, Func<FileStream> open)
    {
        try
        {
            open().Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be written here.", error);
        }
    }
}
