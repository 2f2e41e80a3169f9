namespace DrumSpace.Music.Songs;

/// <summary>How kinds of sections are written: by a letter in a form, by a name on a chart.</summary>
public static class SectionName
{
    // In the order of SectionKind.
    private static readonly (char Letter, string Name)[] All =
    [
        ('I', "Intro"), ('V', "Verse"), ('P', "Pre-chorus"), ('C', "Chorus"),
        ('B', "Bridge"), ('K', "Break"), ('S', "Solo"), ('O', "Outro"),
    ];

    /// <summary>All letters with their meaning: "I intro, V verse ...".</summary>
    public static string Letters { get; } = string.Join(", ", All.Select(kind => $"{kind.Letter} {kind.Name.ToLowerInvariant()}"));

    /// <summary>The name of a kind.</summary>
    public static string Of(SectionKind kind) => All[(int)kind].Name;

    /// <summary>Finds the kind of a letter.</summary>
    /// <param name="letter">In either case.</param>
    /// <param name="kind">The kind, where there is one.</param>
    public static bool TryParse(char letter, out SectionKind kind)
    {
        int index = Array.FindIndex(All, one => one.Letter == char.ToUpperInvariant(letter));
        kind = (SectionKind)Math.Max(index, 0);
        return index >= 0;
    }
}
