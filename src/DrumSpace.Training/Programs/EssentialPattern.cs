using DrumSpace.Music;

namespace DrumSpace.Training.Programs;

/// <summary>A pattern that is typical of its genre.</summary>
/// <param name="Genre">Its genre.</param>
/// <param name="Name">The program's name: genre and number.</param>
/// <param name="Knobs">The knobs, in thousandths, that decode to <paramref name="Pattern"/>.</param>
/// <param name="Pattern">The decoded pattern, with the model's thresholds.</param>
/// <param name="Files">The number of the genre's files that have a pattern near it.</param>
/// <param name="Share">The share of the genre's patterns that are near it, 0 to 1; all files have equal weight.</param>
public sealed record EssentialPattern(GenreCharacter Genre, string Name, Knobs Knobs, Pattern Pattern, int Files, double Share);
