namespace DrumSpace.Engine;

/// <summary>How fast the pattern runs through its steps.</summary>
public enum PatternSpeed
{
    /// <summary>A step an 8th: the pattern lasts 16 quarters.</summary>
    Half,

    /// <summary>A step a 16th: the pattern lasts 8 quarters.</summary>
    Normal,

    /// <summary>A step a 32nd: the pattern lasts 4 quarters.</summary>
    Double,
}
