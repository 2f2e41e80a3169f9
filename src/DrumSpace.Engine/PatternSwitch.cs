namespace DrumSpace.Engine;

/// <summary>When a newly decoded beat takes over from the one that plays.</summary>
public enum PatternSwitch
{
    /// <summary>At the next block.</summary>
    Immediate,

    /// <summary>At the next 16th.</summary>
    Step,

    /// <summary>At the next quarter.</summary>
    Beat,

    /// <summary>At the next bar.</summary>
    Bar,

    /// <summary>At the next start of the pattern.</summary>
    Pattern,
}
