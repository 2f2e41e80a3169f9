using DrumSpace.Music;

namespace DrumSpace.Training.Programs;

/// <summary>A beat that was chosen for a program.</summary>
/// <param name="genre">Its genre.</param>
/// <param name="name">The program's name: genre, number and word.</param>
/// <param name="knobs">Where the knobs stand, in thousandths: what decodes to the pattern.</param>
/// <param name="pattern">What is heard there at the model's own thresholds.</param>
/// <param name="purity">The share of its neighbours on the map that are of its genre, 0 to 1.</param>
public sealed class ChosenBeat(GenreCharacter genre, string name, Knobs knobs, Pattern pattern, double purity)
{
    /// <summary>Its genre.</summary>
    public GenreCharacter Genre { get; } = genre;

    /// <summary>The program's name: genre, number and word.</summary>
    public string Name { get; } = name;

    /// <summary>Where the knobs stand, in thousandths: what decodes to <see cref="Pattern"/>.</summary>
    public Knobs Knobs { get; } = knobs;

    /// <summary>What is heard there at the model's own thresholds.</summary>
    public Pattern Pattern { get; } = pattern;

    /// <summary>The share of its neighbours on the map that are of its genre, 0 to 1.</summary>
    public double Purity { get; } = purity;
}
