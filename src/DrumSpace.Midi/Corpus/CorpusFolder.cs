using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// A folder tree of MIDI files. A folder with the Groove MIDI Dataset's info.csv is read as that data set: with V-Drums notes, the authors'
/// splits, and without fills unless they are asked for. Immutable; any thread.
/// </summary>
public sealed class CorpusFolder
{
    private const string InfoFile = "info.csv";

    private static readonly string[] Suffixes = [".mid", ".midi", ".kar", ".rmi", ".smf"];
    private readonly Kit? _kit;
    private readonly GrooveInfo? _groove;
    private readonly string? _infoRefusal;

    /// <summary>Opens a folder.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kit">How its notes are read; null for V-Drums in the Groove MIDI Dataset, else General MIDI.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">Its info.csv is invalid; the message names file and line.</exception>
    public CorpusFolder(string path, Kit? kit = null)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"{path}: no such folder");
        }

        Path = path;
        _kit = kit;
        try
        {
            _groove = GrooveInfo.Find(System.IO.Path.Combine(path, InfoFile));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _infoRefusal = error.Message;
        }
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>The splits whose files are listed; null for all.</summary>
    public IReadOnlyCollection<CorpusSplit>? Splits { get; init; }

    /// <summary>How the notes of its files are read.</summary>
    public Kit Kit => _kit ?? (_groove is null ? Kit.GeneralMidi : Kit.VDrums);

    /// <summary>
    /// The MIDI files, folder by folder in ordinal order of their names, so that the order is the same on every machine. Links to folders
    /// are skipped. Subfolders that cannot be listed, and files whose names cannot be used, come with their
    /// <see cref="CorpusFile.Refusal"/>, whatever their split. Memory grows with the largest folder, not with the corpus.
    /// </summary>
    /// <param name="firstIndex">The index of the first file: the number of files of the folders before this one.</param>
    /// <param name="withFills">Whether the fills of the Groove MIDI Dataset are among them.</param>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself may not be listed.</exception>
    public IEnumerable<CorpusFile> Files(int firstIndex = 0, bool withFills = false)
    {
        int index = firstIndex;
        if (_infoRefusal is not null)
        {
            string info = System.IO.Path.Combine(Path, InfoFile);
            yield return new CorpusFile(index++, info, InfoFile, Kit, CorpusSplit.Train) { Refusal = _infoRefusal };
        }

        foreach ((string path, string? refusal) in Walk(System.IO.Path.GetFullPath(Path)))
        {
            string relative = System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');
            bool isFill = _groove?.IsFill(relative) == true;
            if (!isFill || withFills)
            {
                CorpusSplit split = _groove?.SplitOf(relative) ?? CorpusFile.SplitByName(relative);
                if (refusal is null && Splits?.Contains(split) == false)
                {
                    continue;
                }

                string genre = _groove?.GenreOf(relative) ?? GenreOf(relative);
                string take = _groove?.TakeOf(relative) ?? "";
                yield return new CorpusFile(index++, path, relative, Kit, split)
                {
                    Genre = genre, IsFill = isFill, Take = take, Refusal = refusal,
                };
            }
        }
    }

    private string GenreOf(string relativePath)
    {
        int end = relativePath.IndexOf('/');
        return end > 0 ? relativePath[..end] : new DirectoryInfo(Path).Name;
    }

    private static IEnumerable<(string Path, string? Refusal)> Walk(string folder)
    {
        FileSystemInfo[] entries = new DirectoryInfo(folder).GetFileSystemInfos();
        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));

        // FullName is empty where it would be too long for the system.
        return entries.SelectMany(entry => OfEntry(entry, System.IO.Path.Combine(folder, entry.Name)));
    }

    private static IEnumerable<(string Path, string? Refusal)> OfEntry(FileSystemInfo entry, string path)
    {
        bool isFolder = entry is DirectoryInfo;
        if (!isFolder && !Suffixes.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
        {
            return [];
        }

        // .NET reads what is not UTF-8 as this character, and then finds no such file.
        if (entry.Name.Contains('\uFFFD') && !entry.Exists)
        {
            return [(path, "its name is not UTF-8")];
        }

        return !isFolder ? [(path, null)] : WalkSubfolder(entry, path);
    }

    private static IEnumerable<(string Path, string? Refusal)> WalkSubfolder(FileSystemInfo folder, string path)
    {
        try
        {
            return folder.LinkTarget is null ? Walk(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // An ArgumentException is a path that is too long for the system.
            return [(path, error.Message)];
        }
    }
}
