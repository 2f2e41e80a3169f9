namespace DrumSpace.Editor.Painting;

/// <summary>Where a text lies at its point.</summary>
internal enum Align
{
    /// <summary>It begins there.</summary>
    Left,

    /// <summary>Its middle is there.</summary>
    Center,

    /// <summary>It ends there.</summary>
    Right,
}
