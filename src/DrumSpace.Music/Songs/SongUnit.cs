namespace DrumSpace.Music.Songs;

/// <summary>A stop of a song's walk: two bars of one section, and where in the space of beats they are.</summary>
public sealed class SongUnit
{
    // Phrases of eight bars are the common ones; the last two of them turn to the next.
    private const int UnitsPerPhrase = 4;

    /// <summary>The section's place in the form, from 0.</summary>
    public required int Section { get; init; }

    /// <summary>What the section is.</summary>
    public required SectionKind Kind { get; init; }

    /// <summary>How many sections of this kind came before it.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The unit's place in its section, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The number of units of its section.</summary>
    public required int Count { get; init; }

    /// <summary>The positions of the four knobs.</summary>
    public required Knobs Point { get; init; }

    /// <summary>Whether the section's groove is one bar long: the second bar says the first again, but for turns.</summary>
    public required bool IsOneBar { get; init; }

    /// <summary>Whether the section ends with this unit.</summary>
    public bool IsLast => Index == Count - 1;

    /// <summary>Whether a phrase ends with this unit, and varies what came before: the last of each four and of each section.</summary>
    public bool IsTurn => TurnsAt(Index, Count);

    /// <summary>The unit's place in its phrase, 0 to 3.</summary>
    public int Place => Index % UnitsPerPhrase;

    /// <summary>Whether a phrase ends at a place of a section of so many units.</summary>
    public static bool TurnsAt(int index, int count) => count > 1 && (index == count - 1 || index % UnitsPerPhrase == UnitsPerPhrase - 1);
}
