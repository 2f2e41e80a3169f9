using DrumSpace.Music;

namespace DrumSpace.Training.Programs;

/// <summary>A pattern that was chosen as a program.</summary>
/// <param name="Genre">Its genre.</param>
/// <param name="Name">The program's name: genre, number and word.</param>
/// <param name="Knobs">The knobs, in thousandths, that decode to <paramref name="Pattern"/>.</param>
/// <param name="Pattern">The decoded pattern, with the model's thresholds.</param>
/// <param name="GenreAccuracy">The share of its neighbours on the map that have its genre, 0 to 1.</param>
public sealed record ChosenProgram(GenreCharacter Genre, string Name, Knobs Knobs, Pattern Pattern, double GenreAccuracy);
