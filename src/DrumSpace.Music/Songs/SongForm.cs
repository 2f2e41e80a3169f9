namespace DrumSpace.Music.Songs;

/// <summary>The sections of a song in their order. Immutable; any thread.</summary>
/// <param name="Sections">At least one.</param>
public sealed record SongForm(IReadOnlyList<Section> Sections)
{
    /// <summary>Bars of a section that does not say how long it is.</summary>
    public const int DefaultBars = 8;

    /// <summary>The longest song, in bars.</summary>
    public const int MaxBars = 1024;

    /// <summary>Forms that have a name, as their letters.</summary>
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

    /// <summary>What the sections are called, as on a chart: those that come more than once are numbered ("Verse 2").</summary>
    public IReadOnlyList<string> SectionNames
    {
        get
        {
            List<string> names = [];
            for (int i = 0; i < Sections.Count; i++)
            {
                SectionKind kind = Sections[i].Kind;
                string name = SectionName.Of(kind);
                int total = Sections.Count(section => section.Kind == kind);
                names.Add(total == 1 ? name : $"{name} {OccurrenceOf(i) + 1}");
            }

            return names;
        }
    }

    /// <summary>How many sections of the same kind come before a section.</summary>
    /// <param name="section">The section's place, from 0.</param>
    public int OccurrenceOf(int section) => Sections.Take(section).Count(other => other.Kind == Sections[section].Kind);
}
