using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>A file of a corpus and its patterns.</summary>
/// <param name="File">The file.</param>
/// <param name="Patterns">Its patterns in order of time, duplicates included; empty when it has no drums in 4/4 or was refused.</param>
/// <param name="Refusal">Why it could not be read; null when it could.</param>
public sealed record FilePatterns(CorpusFile File, IReadOnlyList<Pattern> Patterns, RefusedFile? Refusal)
{
    /// <summary>What became of its drum notes.</summary>
    public ReadingTally Tally { get; init; }
}
