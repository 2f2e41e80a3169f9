using DrumSpace.Music;

namespace DrumSpace.Training.Programs;

/// <summary>A pattern that was chosen as a program.</summary>
/// <param name="genre">Its genre.</param>
/// <param name="name">The program's name: genre, number and word.</param>
/// <param name="knobs">The knobs, in thousandths, that decode to the pattern.</param>
/// <param name="pattern">The decoded pattern, with the model's thresholds.</param>
/// <param name="genreAccuracy">The share of its neighbours on the map that have its genre, 0 to 1.</param>
public sealed class ChosenProgram(GenreCharacter genre, string name, Knobs knobs, Pattern pattern, double genreAccuracy)
{
    /// <summary>Its genre.</summary>
    public GenreCharacter Genre { get; } = genre;

    /// <summary>The program's name: genre, number and word.</summary>
    public string Name { get; } = name;

    /// <summary>The knobs, in thousandths, that decode to <see cref="Pattern"/>.</summary>
    public Knobs Knobs { get; } = knobs;

    /// <summary>The decoded pattern, with the model's thresholds.</summary>
    public Pattern Pattern { get; } = pattern;

    /// <summary>The share of its neighbours on the map that have its genre, 0 to 1.</summary>
    public double GenreAccuracy { get; } = genreAccuracy;
}
