using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>A place on a <see cref="KnobMap"/>.</summary>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (bottom) to 1.</param>
/// <param name="Genre">The index of its genre in <see cref="KnobMap.Genres"/>.</param>
/// <param name="Knobs">The knobs' positions there.</param>
public readonly record struct KnobMapPoint(float X, float Y, int Genre, Knobs Knobs);
