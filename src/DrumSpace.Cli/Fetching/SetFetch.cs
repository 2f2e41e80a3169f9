namespace DrumSpace.Cli.Fetching;

/// <summary>
/// Downloads a published set to a new folder: it is assembled in FOLDER.part and then renamed. The complete files of an interrupted run
/// stay there and are not downloaded again.
/// </summary>
internal static class SetFetch
{
    /// <summary>The default timeout without data from the server.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Downloads a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="folder">A missing or empty folder.</param>
    /// <param name="address">The address of a mirror; null for the set's own.</param>
    /// <param name="progress">Called with a file, the number of bytes received and, where known, the total.</param>
    /// <param name="patience">The timeout without data from the server.</param>
    /// <param name="cancellation">Cancels the download.</param>
    /// <exception cref="FetchException">A file cannot be downloaded or differs from the published one.</exception>
    /// <exception cref="IOException">A file cannot be written, or the folder is not empty.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task RunAsync(
        PublishedSet set,
        string folder,
        Uri? address,
        Action<PublishedFile, long, long?> progress,
        TimeSpan patience,
        CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder}: the folder exists and is not empty");
        }

        string work = folder + ".part";
        string files = Path.Combine(work, "files");
        string content = Path.Combine(work, "content");
        Directory.CreateDirectory(files);
        try
        {
            using Download download = new(address ?? set.Address, patience);
            foreach (PublishedFile file in set.Files)
            {
                await download.FetchAsync(file, files, (done, total) => progress(file, done, total), cancellation);
            }
        }
        catch when (!Directory.EnumerateFiles(files).Any())
        {
            Directory.Delete(work, recursive: true);
            throw;
        }

        if (Directory.Exists(content))
        {
            Directory.Delete(content, recursive: true);
        }

        Directory.CreateDirectory(content);
        foreach (PublishedFile file in set.Files)
        {
            string path = Path.Combine(files, file.Name);
            if (file.UnpackTo is { } target)
            {
                ZipContent.Unpack(path, Path.Combine(content, target));
            }
            else
            {
                File.Copy(path, Path.Combine(content, file.Name));
            }
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(content, folder);
        Directory.Delete(work, recursive: true);
    }
}
