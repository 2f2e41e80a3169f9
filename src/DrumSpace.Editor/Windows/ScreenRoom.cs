namespace DrumSpace.Editor.Windows;

/// <summary>The room that a screen has for windows.</summary>
/// <param name="Size">Its size in pixels.</param>
/// <param name="DesktopScale">The scale that the desktop wants windows to have.</param>
internal readonly record struct ScreenRoom(PixelSize Size, double DesktopScale)
{
    // A host has a title, tool bars and a frame around the window.
    private const double MaxShare = 0.9;

    /// <summary>
    /// The scale for a window: the user's zoom or else the desktop's, less where the window would not fit, but never under 1 for that.
    /// </summary>
    /// <param name="own">The window's size at a scale of 1.</param>
    /// <param name="zoom">The user's; null where none is chosen.</param>
    public double ScaleFor(PixelSize own, double? zoom)
    {
        double fitting = Math.Min((double)Size.Width / own.Width, (double)Size.Height / own.Height);
        return zoom is { } chosen
            ? Math.Min(chosen, Math.Max(1, fitting))
            : Math.Max(1, Math.Min(DesktopScale, MaxShare * fitting));
    }
}
