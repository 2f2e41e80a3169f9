namespace DrumSpace.Training.Programs;

/// <summary>The settings of a genre's programs.</summary>
/// <param name="Label">The genre's name on the map.</param>
/// <param name="Title">Its name in programs, at most 11 characters.</param>
/// <param name="Count">The maximum number of its programs.</param>
/// <param name="Swing">The share of the first of two steps, in percent: 50 is straight, 66.7 a triplet.</param>
/// <param name="LowVelocity">The velocity of the softest hits, 1 to 127.</param>
/// <param name="HighVelocity">The velocity of the hardest hits, 1 to 127.</param>
/// <param name="Fill">The density of the fill at the end of eight bars, 0 to 1.</param>
public sealed record GenreCharacter(
    string Label, string Title, int Count, double Swing, int LowVelocity, int HighVelocity, double Fill)
{
    /// <summary>
    /// The genres of the programs, in their order: those of the Groove MIDI Dataset. The counts grow with the square root of the number of
    /// a genre's patterns on a map of Groove, so that the small ones are represented; swing and velocities were chosen by ear, not
    /// measured.
    /// </summary>
    public static IReadOnlyList<GenreCharacter> All { get; } =
    [
        new("rock", "Rock", 9, 50, 64, 122, 0.4),
        new("punk", "Punk", 2, 50, 80, 127, 0.4),
        new("pop", "Pop", 3, 50, 60, 116, 0.3),
        new("country", "Country", 2, 50, 56, 112, 0.3),
        new("blues", "Blues", 2, 62, 50, 112, 0.3),
        new("soul", "Soul", 3, 52, 48, 112, 0.3),
        new("gospel", "Gospel", 1, 54, 48, 116, 0.4),
        new("funk", "Funk", 6, 53, 40, 120, 0.3),
        new("hiphop", "Hip-Hop", 4, 57, 48, 114, 0),
        new("dance", "Dance", 3, 50, 64, 118, 0),
        new("reggae", "Reggae", 2, 56, 48, 110, 0.2),
        new("jazz", "Jazz", 6, 62, 34, 106, 0.2),
        new("neworleans", "New Orleans", 4, 57, 44, 114, 0.2),
        new("latin", "Latin", 7, 50, 50, 114, 0),
        new("afrocuban", "Afro-Cuban", 4, 50, 50, 114, 0),
        new("afrobeat", "Afrobeat", 4, 52, 46, 112, 0),
        new("highlife", "Highlife", 1, 50, 50, 110, 0),
        new("middleeastern", "Middle East", 1, 50, 50, 114, 0),
    ];
}
