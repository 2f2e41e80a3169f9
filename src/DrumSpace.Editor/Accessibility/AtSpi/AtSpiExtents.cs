using SkiaSharp;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>A rectangle: D-Bus type (iiii).</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct AtSpiExtents(int X, int Y, int Width, int Height)
{
    /// <summary>A rectangle elsewhere.</summary>
    /// <param name="bounds">The rectangle.</param>
    /// <param name="origin">What its position counts from.</param>
    public static AtSpiExtents Of(SKRectI bounds, SKPointI origin) =>
        new(bounds.Left + origin.X, bounds.Top + origin.Y, bounds.Width, bounds.Height);
}
