using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>A MIDI file of a corpus.</summary>
/// <param name="Index">Its place in the corpus's order, from 0.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="RelativePath">Its path below the corpus's folder, with forward slashes: the same on every machine.</param>
/// <param name="Kit">How its notes are read.</param>
/// <param name="Split">What it serves for: as the data set's authors say, else by its name, about one song in ten for validation.</param>
public sealed record CorpusFile(int Index, string Path, string RelativePath, Kit Kit, CorpusSplit Split)
{
    private const uint SongsPerValidation = 10;

    /// <summary>
    /// What kind of music it is: the first part of the style that the Groove MIDI Dataset gives, such as "funk", and for other files the folder
    /// right below the corpus's, or the corpus's folder itself; empty when nobody said.
    /// </summary>
    public string Genre { get; init; } = "";

    /// <summary>
    /// The split of a file whose authors made none: fixed by its relative path alone (FNV-1a, 32 bits), so that a whole song is always on one
    /// side, on every machine and however the corpus grows.
    /// </summary>
    public static CorpusSplit SplitByName(string relativePath)
    {
        uint hash = PathHash.Of(relativePath);

        // The low bits of FNV-1a hang on few letters; fold the high ones in.
        hash ^= hash >> 16;
        return hash % SongsPerValidation == 0 ? CorpusSplit.Validation : CorpusSplit.Train;
    }
}
