namespace DrumSpace.Music.Capture;

/// <summary>What a clip holds.</summary>
public enum ClipKind
{
    /// <summary>The drums of the pattern that plays, as they sound in two bars.</summary>
    Beat,

    /// <summary>The melody that follows it, likewise.</summary>
    Melody,

    /// <summary>The last bars that were played.</summary>
    Captured,
}
