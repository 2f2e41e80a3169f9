using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>A pattern as it was played.</summary>
/// <param name="Pattern">Its hits on the grid.</param>
/// <param name="Hits">One for each hit of the pattern, in the order of their cells.</param>
public sealed record PlayedPattern(Pattern Pattern, IReadOnlyList<PlayedHit> Hits);
