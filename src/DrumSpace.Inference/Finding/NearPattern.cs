using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>A place of a model's space whose pattern is like a given one.</summary>
/// <param name="Knobs">The knobs' positions.</param>
/// <param name="Pattern">The pattern that plays there without variation.</param>
/// <param name="Similarity">Its <see cref="Pattern.SimilarityTo"/> the given one.</param>
/// <param name="Genre">The genre of its point on the map; null where it is none of the map's.</param>
public readonly record struct NearPattern(Knobs Knobs, Pattern Pattern, double Similarity, string? Genre);
