using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>A program as the window lists it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Name">Its name.</param>
/// <param name="Genre">Its genre; empty for none.</param>
/// <param name="Knobs">Its coordinates, 0 to 1.</param>
/// <param name="IsStarred">Whether the user starred it.</param>
public sealed record EditorProgram(int Number, string Name, string Genre, Knobs Knobs, bool IsStarred);
