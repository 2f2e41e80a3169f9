using System.Globalization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// A fingerprint of a corpus's files, equal for two jobs that list the same files in the same order. Not thread-safe.
/// </summary>
public sealed class CorpusListing
{
    private ulong _hash = PathHash.Empty;

    /// <summary>The number of files.</summary>
    public int Files { get; private set; }

    /// <summary>A hash of all relative paths and their kits: 16 hexadecimal digits. It detects mistakes, not attacks.</summary>
    public string Fingerprint => _hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Adds a file.</summary>
    public void Add(CorpusFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _hash = PathHash.Add(PathHash.Add(_hash, file.RelativePath), file.Kit.Name);
        Files++;
    }
}
