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

    /// <summary>Paints which part of a long list is in sight; nothing for a short one.</summary>
    /// <param name="painter">The painter.</param>
    /// <param name="bounds">Where the list lies: the bar is at its right edge.</param>
    /// <param name="top">The top of its first line in sight.</param>
    /// <param name="lineHeight">The height of a line.</param>
    /// <param name="lines">The list.</param>
    public static void PaintScrollBar(Painter painter, SKRect bounds, float top, float lineHeight, ListPosition lines)
    {
        if (lines.Count > lines.Shown)
        {
            float length = lines.Shown * lineHeight, part = length / lines.Count;
            painter.Fill(SKRect.Create(bounds.Right - 7, top + (part * lines.First), 3, part * lines.Shown), painter.Theme.Quiet, 1.5f);
        }
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
