namespace DrumSpace.Cli.Fetching;

/// <summary>
/// Fetches a published set to a folder that is there, whole, or not at all: it is put together in FOLDER.part and then moved. What an
/// interrupted run has brought whole lies there still, and the next run does not bring it again.
/// </summary>
internal static class SetFetch
{
    /// <summary>How long a server may be silent.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Fetches a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="folder">Where to: a folder that is missing or empty.</param>
    /// <param name="address">A mirror of the set's address; null for its own.</param>
    /// <param name="progress">Called with a file, its bytes done and, where known, of how many.</param>
    /// <param name="patience">How long the server may be silent.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="FetchException">A file could not be had or is not the published one.</exception>
    /// <exception cref="IOException">A file cannot be written, or the folder is in use.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task RunAsync(
        PublishedSet set, string folder, Uri? address, Action<PublishedFile, long, long?> progress, TimeSpan patience, CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder}: is there already, and not empty");
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
            if (file.UnpackTo is { } place)
            {
                ZipContent.Unpack(path, Path.Combine(content, place));
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
