using DrumSpace.Music;

namespace DrumSpace.Editor.Model;

/// <summary>A slot as it is shown.</summary>
/// <param name="IsFilled">Whether a pattern is stored in it.</param>
/// <param name="Pattern">Its pattern; empty where none is stored, or none is known yet.</param>
public readonly record struct SlotPicture(bool IsFilled, Pattern Pattern);
