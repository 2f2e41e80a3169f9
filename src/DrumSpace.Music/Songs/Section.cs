namespace DrumSpace.Music.Songs;

/// <summary>A section of a form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bars">Its length: even, because a pattern has two bars.</param>
public readonly record struct Section(SectionKind Kind, int Bars)
{
    /// <summary>The minimum length of a section, in bars: one pattern.</summary>
    public const int MinBars = 2;

    /// <summary>The maximum length of a section, in bars.</summary>
    public const int MaxBars = 64;

    /// <summary>The number of patterns of two bars.</summary>
    public int Units => Bars / 2;
}
