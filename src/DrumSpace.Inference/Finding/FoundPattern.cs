using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>Where a model's beats come nearest to a given one.</summary>
/// <param name="Knobs">The knobs' positions there.</param>
/// <param name="Seed">The seed by which the beat is varied there; the one that was given where no other changes anything.</param>
/// <param name="Pattern">The model's beat there, at its own thresholds.</param>
/// <param name="Likeness">Its F1 against the given beat: 1 for the same hits, 0 for none in common. 1 where neither has any.</param>
/// <param name="Start">The positions that the encoder alone gave.</param>
/// <param name="StartLikeness">The F1 of the model's beat there; never above <paramref name="Likeness"/>.</param>
public readonly record struct FoundPattern(Knobs Knobs, int Seed, Pattern Pattern, double Likeness, Knobs Start, double StartLikeness);
