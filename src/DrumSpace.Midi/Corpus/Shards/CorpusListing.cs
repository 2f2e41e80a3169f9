using System.Globalization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// What a corpus's folders were found to hold, in a few bytes: two jobs that list the same files in the same order have equal ones.
/// Not thread-safe.
/// </summary>
public sealed class CorpusListing
{
    private ulong _hash = PathHash.Empty;

    /// <summary>How many files were listed.</summary>
    public int Files { get; private set; }

    /// <summary>A hash of all relative paths and of how the notes of each are read: 16 hexadecimal digits. Against mistakes, not malice.</summary>
    public string Fingerprint => _hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Takes note of a file.</summary>
    public void Add(CorpusFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _hash = PathHash.Add(PathHash.Add(_hash, file.RelativePath), file.Kit.Name);
        Files++;
    }
}
