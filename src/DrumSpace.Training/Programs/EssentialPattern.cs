using DrumSpace.Music;

namespace DrumSpace.Training.Programs;

/// <summary>A beat that is typical of its genre.</summary>
/// <param name="Genre">Its genre.</param>
/// <param name="Name">The program's name: genre and number.</param>
/// <param name="Knobs">Where the knobs stand, in thousandths: what decodes to <paramref name="Pattern"/>.</param>
/// <param name="Pattern">What is heard there at the model's own thresholds.</param>
/// <param name="Files">How many files of the genre have a pattern near it.</param>
/// <param name="Share">The share of the genre's patterns that are near it, 0 to 1, every file counting alike.</param>
public sealed record EssentialPattern(GenreCharacter Genre, string Name, Knobs Knobs, Pattern Pattern, int Files, double Share);
