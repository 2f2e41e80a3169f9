namespace DrumSpace.Editor;

/// <summary>The window's size in its own units: pixels at a scale of 1.</summary>
internal static class EditorLayout
{
    /// <summary>Its width.</summary>
    public const float Width = 1200;

    /// <summary>Its height.</summary>
    public const float Height = 800;
}
