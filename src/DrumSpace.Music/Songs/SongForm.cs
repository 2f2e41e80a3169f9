namespace DrumSpace.Music.Songs;

/// <summary>The sections of a song, in order. Immutable; any thread.</summary>
/// <param name="Sections">At least one.</param>
public sealed record SongForm(IReadOnlyList<Section> Sections)
{
    /// <summary>The default length of a section, in bars.</summary>
    public const int DefaultBars = 8;

    /// <summary>The maximum length of a song, in bars.</summary>
    public const int MaxBars = 1024;

    /// <summary>Forms with names, as letters for <see cref="SongFormParser"/>.</summary>
    public static IReadOnlyList<(string Name, string Letters)> Named { get; } =
    [
        ("pop", "I V P C V P C B C C O"),
        ("rock", "I V V C V C S C O"),
        ("ballad", "I V V C V C B C O"),
        ("aaba", "I V V B V V B V O"),
        ("club", "I V K C V V K C C O"),
    ];

    /// <summary>The song's length in bars.</summary>
    public int Bars => Sections.Sum(section => section.Bars);

    /// <summary>The names of the sections, as on a chart; repeated kinds are numbered ("Verse 2").</summary>
    public IReadOnlyList<string> SectionNames =>
    [
        .. Sections.Select((section, index) => Sections.Count(other => other.Kind == section.Kind) == 1
            ? SectionName.Of(section.Kind)
            : $"{SectionName.Of(section.Kind)} {OccurrenceOf(index) + 1}"),
    ];

    /// <summary>The number of sections of the same kind before a section.</summary>
    /// <param name="section">The section's index, from 0.</param>
    public int OccurrenceOf(int section) => Sections.Take(section).Count(other => other.Kind == Sections[section].Kind);
}
