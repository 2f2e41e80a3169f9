namespace DrumSpace.Engine;

/// <summary>Which stretches of the song the fill thickens. Bars are the host's.</summary>
public enum FillInterval
{
    /// <summary>The end of each pass of the pattern: its last bar, or its second half where it is shorter than two bars.</summary>
    Pattern,

    /// <summary>Every fourth bar of the song.</summary>
    FourBars,

    /// <summary>Every eighth bar of the song.</summary>
    EightBars,

    /// <summary>Every sixteenth bar of the song.</summary>
    SixteenBars,

    /// <summary>The bar before another slot takes over.</summary>
    Slot,
}
