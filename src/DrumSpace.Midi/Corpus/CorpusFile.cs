using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>A MIDI file of a corpus, or an entry of its folders that cannot be read.</summary>
/// <param name="Index">Its index in the corpus, from 0.</param>
/// <param name="Path">Its path.</param>
/// <param name="RelativePath">Its path within the corpus's folder, with forward slashes: the same on every machine.</param>
/// <param name="Kit">How its notes are read.</param>
/// <param name="Split">Its split: the data set authors', or by its path, with about one file in ten for validation and one in ten for the test.</param>
public sealed record CorpusFile(int Index, string Path, string RelativePath, Kit Kit, CorpusSplit Split)
{
    private const uint Shares = 10;

    /// <summary>
    /// The genre: in the Groove MIDI Dataset the first part of the style, such as "funk"; elsewhere the folder directly below the corpus's,
    /// or else the corpus's own; empty when unknown.
    /// </summary>
    public string Genre { get; init; } = "";

    /// <summary>Whether this is a fill alone, as the Groove MIDI Dataset has them.</summary>
    public bool IsFill { get; init; }

    /// <summary>Session, style and tempo in the Groove MIDI Dataset: equal for a fill and the beats it belongs to; elsewhere empty.</summary>
    public string Take { get; init; } = "";

    /// <summary>
    /// Why this entry cannot be read: a closed folder, or a name that is not UTF-8. Null for other files, which may still be bad.
    /// </summary>
    public string? Refusal { get; init; }

    /// <summary>
    /// The split of a file without one of its authors': fixed by its relative path alone (FNV-1a, 32 bits), so that it is the same on every
    /// machine and stays when the corpus grows.
    /// </summary>
    public static CorpusSplit SplitByName(string relativePath)
    {
        uint hash = PathHash.Of(relativePath);

        // The low bits of FNV-1a depend on few letters; fold the high ones in.
        hash ^= hash >> 16;
        return (hash % Shares) switch
        {
            0 => CorpusSplit.Validation,
            1 => CorpusSplit.Test,
            _ => CorpusSplit.Train,
        };
    }
}
