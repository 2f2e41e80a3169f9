namespace DrumSpace.Editor.Model;

/// <summary>What a clip holds.</summary>
public enum ClipKind
{
    /// <summary>The pattern as it plays, two bars.</summary>
    Pattern,

    /// <summary>The melody as it plays, two bars.</summary>
    Melody,

    /// <summary>The last bars that were played.</summary>
    Captured,
}
