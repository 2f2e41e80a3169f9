using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>Where things open over the window, and what they look like.</summary>
internal static class Overlays
{
    private const float Gap = 3;
    private const float Edge = 8;

    /// <summary>A place below something, or above it where there is no room, within the window.</summary>
    public static SKRect Place(SKRect beside, float width, float height)
    {
        float x = Math.Clamp(beside.Left, Edge, EditorLayout.Width - width - Edge);
        float below = beside.Bottom + Gap, above = beside.Top - Gap - height;
        float y = below + height <= EditorLayout.Height - Edge || above < Edge ? below : above;
        return SKRect.Create(x, Math.Clamp(y, Edge, EditorLayout.Height - height - Edge), width, height);
    }

    /// <summary>Paints the ground of something that lies over the window.</summary>
    public static void Paint(Painter painter, SKRect bounds)
    {
        SKRect shade = bounds;
        shade.Offset(0, 3);
        shade.Inflate(2, 2);
        painter.Fill(shade, SKColors.Black.WithAlpha(70), 10);
        painter.Fill(bounds, painter.Theme.Panel, 7);
        painter.Frame(bounds, painter.Theme.Quiet.WithAlpha(140), 7);
    }
}
