using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>A point of a map.</summary>
/// <param name="X">0, the left, to 1.</param>
/// <param name="Y">0, the top, to 1.</param>
/// <param name="Knobs">The coordinates of its pattern, as the knobs' positions.</param>
/// <param name="Genre">The index of its genre.</param>
public readonly record struct SpacePoint(float X, float Y, Knobs Knobs, byte Genre);
