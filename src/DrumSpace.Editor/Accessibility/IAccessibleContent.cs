namespace DrumSpace.Editor.Accessibility;

/// <summary>A window's content that can be told in words and used without a hand.</summary>
/// <remarks>The window's thread.</remarks>
internal interface IAccessibleContent
{
    /// <summary>Another number after each change of what <see cref="DescribeTree"/> tells.</summary>
    int Version { get; }

    /// <summary>Tells all that the content shows. Allocates.</summary>
    /// <param name="screenX">The left edge of the window's content on the screen, in pixels.</param>
    /// <param name="screenY">Its upper edge.</param>
    AccessibleTree DescribeTree(int screenX, int screenY);

    /// <summary>Does what a program asks for; nothing for an element that is gone.</summary>
    void Perform(in AccessibleRequest request);
}
