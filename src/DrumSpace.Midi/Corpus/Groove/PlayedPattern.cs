using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>A pattern with the velocity and timing of its performance.</summary>
/// <param name="Pattern">Its hits on the grid.</param>
/// <param name="Hits">One for each hit of the pattern, in order of their cells.</param>
public sealed record PlayedPattern(Pattern Pattern, IReadOnlyList<PlayedHit> Hits)
{
    /// <summary>The tempo of its file, in quarters a minute.</summary>
    public double Tempo { get; init; } = GrooveTempo.Default;

    /// <summary>Who plays; empty where it is not known.</summary>
    public string Performer { get; init; } = "";
}
