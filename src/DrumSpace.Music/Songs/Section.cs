namespace DrumSpace.Music.Songs;

/// <summary>A section of a form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bars">How long it is: an even number, because a beat has two bars.</param>
public readonly record struct Section(SectionKind Kind, int Bars)
{
    /// <summary>The shortest section, in bars: one beat.</summary>
    public const int MinBars = 2;

    /// <summary>The longest section, in bars.</summary>
    public const int MaxBars = 64;

    /// <summary>The number of beats of two bars.</summary>
    public int Units => Bars / 2;
}
