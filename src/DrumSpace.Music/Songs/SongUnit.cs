namespace DrumSpace.Music.Songs;

/// <summary>Two bars of a song, one pattern: their position in the form and in the latent space.</summary>
public sealed class SongUnit
{
    // The common phrase of eight bars, whose last two lead to the next.
    private const int UnitsPerPhrase = 4;

    /// <summary>The section's index in the form, from 0.</summary>
    public required int Section { get; init; }

    /// <summary>The section's kind.</summary>
    public required SectionKind Kind { get; init; }

    /// <summary>The number of sections of this kind before it.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The unit's index in its section, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The number of units of its section.</summary>
    public required int Count { get; init; }

    /// <summary>The positions of the four knobs.</summary>
    public required Knobs Point { get; init; }

    /// <summary>Whether the section's groove is one bar long: the second bar repeats the first, except in turnarounds.</summary>
    public required bool IsOneBar { get; init; }

    /// <summary>Whether this is the section's last unit.</summary>
    public bool IsLast => Index == Count - 1;

    /// <summary>Whether this is the last unit of a phrase or section, which varies the groove.</summary>
    public bool IsTurnaround => IsTurnaroundAt(Index, Count);

    /// <summary>The unit's index in its phrase, 0 to 3.</summary>
    public int PhraseIndex => Index % UnitsPerPhrase;

    /// <summary>Whether a unit is the last of a phrase or section.</summary>
    /// <param name="index">The unit's index in its section.</param>
    /// <param name="count">The section's number of units; a section of one has no turnaround.</param>
    public static bool IsTurnaroundAt(int index, int count) =>
        count > 1 && (index == count - 1 || index % UnitsPerPhrase == UnitsPerPhrase - 1);
}
