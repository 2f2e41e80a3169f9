using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>A place of the space whose pattern is like a given one.</summary>
/// <param name="Knobs">Its coordinates.</param>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Similarity">The F1 of its hits and the given ones, 0 to 1.</param>
public sealed record FoundPlace(Knobs Knobs, Pattern Pattern, double Similarity);
