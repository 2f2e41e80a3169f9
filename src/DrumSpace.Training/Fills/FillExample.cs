using DrumSpace.Music;

namespace DrumSpace.Training.Fills;

/// <summary>A fill and what it was played in.</summary>
/// <param name="Pattern">The pattern that plays.</param>
/// <param name="Filled">The same first bar, and the fill in place of the second.</param>
/// <param name="IsRecorded">Whether a drummer recorded it as a fill; else it was found in a longer recording.</param>
public sealed record FillExample(Pattern Pattern, Pattern Filled, bool IsRecorded);
