namespace DrumSpace.Editor.Painting;

/// <summary>How a text is set.</summary>
/// <param name="Size">The em in the window's units.</param>
/// <param name="IsBold">Whether it is semi-bold.</param>
internal readonly record struct TextStyle(float Size, bool IsBold = false)
{
    /// <summary>What a control is called.</summary>
    public static TextStyle Label { get; } = new(12);

    /// <summary>Values and what explains.</summary>
    public static TextStyle Small { get; } = new(11);

    /// <summary>What stands out.</summary>
    public static TextStyle Strong { get; } = new(12, true);

    /// <summary>The product's name.</summary>
    public static TextStyle Title { get; } = new(16, true);
}
