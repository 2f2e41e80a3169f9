using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>A pattern on a map.</summary>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (bottom) to 1.</param>
/// <param name="Latent">Its latent, in the model's units: the decoder turns it into a pattern.</param>
/// <param name="Genre">The index of its genre in <see cref="PatternMap.Genres"/>.</param>
public readonly record struct MapPoint(float X, float Y, Latent Latent, byte Genre);
