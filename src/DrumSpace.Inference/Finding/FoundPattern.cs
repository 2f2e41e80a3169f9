using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>The point at which a model's pattern is most similar to a given one.</summary>
/// <param name="Knobs">The knobs' positions there.</param>
/// <param name="Seed">The seed of the variation there; the given one where no other is better.</param>
/// <param name="Pattern">The model's pattern there, at its own thresholds.</param>
/// <param name="Similarity">Its F1 against the given pattern: 1 for the same hits, 0 for none in common; 1 where both are empty.</param>
/// <param name="Start">The positions that the encoder alone gave.</param>
/// <param name="StartSimilarity">The F1 of the model's pattern there; never above <paramref name="Similarity"/>.</param>
public readonly record struct FoundPattern(
    Knobs Knobs, int Seed, Pattern Pattern, double Similarity, Knobs Start, double StartSimilarity);
