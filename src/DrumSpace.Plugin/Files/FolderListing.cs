namespace DrumSpace.Plugin.Files;

/// <summary>
/// Lists folders that anybody may have filled, while a host waits: what is wrong costs a line, and no folder is too large.
/// </summary>
/// <remarks>Any thread but the audio thread.</remarks>
internal static class FolderListing
{
    /// <summary>The entries of a folder that are listed.</summary>
    public const int MaxEntries = 1000;

    /// <summary>Lists a folder; one that is not there has no entries.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">What the entries' names look like, for example "*.json".</param>
    /// <param name="log">Told in a line of a folder that cannot be listed, of each entry that cannot be named, and of too many.</param>
    /// <returns>The paths of files and folders, in the ordinal order of their names.</returns>
    public static IReadOnlyList<string> Of(string folder, string pattern, Action<string> log)
    {
        try
        {
            string[] entries = [.. Directory.EnumerateFileSystemEntries(folder, pattern).Take(MaxEntries + 1)];
            if (entries.Length > MaxEntries)
            {
                log($"{folder}: it has more than {MaxEntries} entries; the others are left out.");
            }

            return [.. entries.Take(MaxEntries).OrderBy(Path.GetFileName, StringComparer.Ordinal).Where(entry => CanBeNamed(entry, log))];
        }
        catch (DirectoryNotFoundException) when (!Path.Exists(folder))
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // An ArgumentException is a path that is too long for the system.
            log($"{folder}: it cannot be listed: {e.Message}");
            return [];
        }
    }

    // .NET reads what is not UTF-8 as U+FFFD, and then finds no such file.
    private static bool CanBeNamed(string entry, Action<string> log)
    {
        bool canBe = !Path.GetFileName(entry).Contains('\uFFFD') || Path.Exists(entry);
        if (!canBe)
        {
            log($"{entry}: it is left out, because its name is not UTF-8.");
        }

        return canBe;
    }
}
