using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>A pattern with the velocity and timing of its performance.</summary>
/// <param name="Pattern">Its hits on the grid.</param>
/// <param name="Hits">One for each hit of the pattern, in order of their cells.</param>
public sealed record PlayedPattern(Pattern Pattern, IReadOnlyList<PlayedHit> Hits);
