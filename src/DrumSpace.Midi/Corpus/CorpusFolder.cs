using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// A folder tree of MIDI files. A folder with the Groove MIDI Dataset's info.csv is read as that data set: with V-Drums notes, the authors'
/// splits, and without fills. Immutable; any thread.
/// </summary>
public sealed class CorpusFolder
{
    private static readonly string[] Suffixes = [".mid", ".midi", ".kar", ".rmi", ".smf"];
    private readonly GrooveInfo? _groove;

    /// <summary>Opens a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">Its info.csv is invalid; the message names file and line.</exception>
    public CorpusFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"{path}: no such folder");
        }

        Path = path;
        _groove = GrooveInfo.Find(path);
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>How the notes of its files are read.</summary>
    public Kit Kit => _groove is null ? Kit.GeneralMidi : Kit.VDrums;

    /// <summary>
    /// The MIDI files, folder by folder in ordinal order of their names, so that the order is the same on every machine. Links to folders
    /// are skipped. Memory grows with the largest folder, not with the corpus.
    /// </summary>
    /// <param name="firstIndex">The index of the first file: the number of files of the folders before this one.</param>
    public IEnumerable<CorpusFile> Files(int firstIndex = 0)
    {
        int index = firstIndex;
        foreach (string path in Walk(Path))
        {
            string relative = System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');
            if (_groove?.IsFill(relative) != true)
            {
                CorpusSplit split = _groove?.SplitOf(relative) ?? CorpusFile.SplitByName(relative);
                string genre = _groove?.GenreOf(relative) ?? GenreOf(relative);
                yield return new CorpusFile(index++, path, relative, Kit, split) { Genre = genre };
            }
        }
    }

    private string GenreOf(string relativePath)
    {
        int end = relativePath.IndexOf('/');
        return end > 0 ? relativePath[..end] : new DirectoryInfo(Path).Name;
    }

    private static IEnumerable<string> Walk(string folder)
    {
        FileSystemInfo[] entries = new DirectoryInfo(folder).GetFileSystemInfos();
        Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
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
