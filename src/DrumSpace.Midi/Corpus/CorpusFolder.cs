using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// A folder of MIDI files, however deep. A folder with the Groove MIDI Dataset's info.csv is read as that data set: with the V-Drums' notes,
/// the authors' splits, and without the fills. Immutable; any thread.
/// </summary>
public sealed class CorpusFolder
{
    private static readonly string[] Suffixes = [".mid", ".midi", ".kar", ".rmi", ".smf"];
    private readonly GrooveInfo? _groove;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">Its info.csv is damaged; the message names file and line.</exception>
    public CorpusFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"{path}: no such folder");
        }

        Path = path;
        _groove = GrooveInfo.Find(path);
    }

    /// <summary>Where the folder lies.</summary>
    public string Path { get; }

    /// <summary>How the notes of its files are read.</summary>
    public Kit Kit => _groove is null ? Kit.GeneralMidi : GrooveInfo.Kit;

    /// <summary>
    /// The MIDI files, sorted by name folder by folder (ordinal), so that the order is the same on every machine; folders that are links are
    /// not entered. Memory is that of the largest folder, not of the corpus.
    /// </summary>
    /// <param name="firstIndex">The index of the first file: the number of files of the folders before this one.</param>
    public IEnumerable<CorpusFile> Files(int firstIndex = 0)
    {
        int index = firstIndex;
        foreach (string path in Walk(Path))
        {
            string relative = System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');
            if (_groove is null)
            {
                yield return new CorpusFile(index++, path, relative, Kit, CorpusFile.SplitByName(relative)) { Genre = GenreOf(relative) };
            }
            else if (!_groove.IsFill(relative))
            {
                yield return new CorpusFile(index++, path, relative, Kit, _groove.SplitOf(relative)) { Genre = _groove.GenreOf(relative) ?? GenreOf(relative) };
            }
        }
    }

    private string GenreOf(string relativePath)
    {
        int end = relativePath.IndexOf('/');
        return end > 0 ? relativePath[..end] : System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path)));
    }

    private static IEnumerable<string> Walk(string folder)
    {
        FileSystemInfo[] entries = new DirectoryInfo(folder).GetFileSystemInfos();
        Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
        foreach (FileSystemInfo entry in entries)
        {
            bool isFolder = (entry.Attributes & FileAttributes.Directory) != 0;
            if (!isFolder)
            {
                if (Suffixes.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                {
                    yield return entry.FullName;
                }
            }
            else if (entry.LinkTarget is null)
            {
                foreach (string path in Walk(entry.FullName))
                {
                    yield return path;
                }
            }
        }
    }
}
