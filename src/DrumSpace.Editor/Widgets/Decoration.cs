using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>What several widgets paint alike.</summary>
internal static class Decoration
{
    /// <summary>The corners of buttons and fields.</summary>
    public const float Radius = 5;

    /// <summary>Paints an icon in the middle of a place.</summary>
    public static void Icon(this Painter painter, Icon icon, float x, float y, float size, SKColor color)
    {
        (SKPath path, bool isFilled) = IconShapes.Of(icon);
        SKCanvas canvas = painter.Canvas;
        canvas.Save();
        canvas.Translate(x - (size / 2), y - (size / 2));
        canvas.Scale(size / IconShapes.Side);
        if (isFilled)
        {
            painter.Fill(path, color);
        }
        else
        {
            painter.Stroke(path, color, 1.6f);
        }

        canvas.Restore();
    }

    /// <summary>Paints the ground of a button.</summary>
    public static void Ground(this Painter painter, SKRect bounds, in WidgetState state, bool isOn, bool isMelody = false)
    {
        Theme theme = painter.Theme;
        SKColor ground = !isOn ? theme.Control : isMelody ? theme.MelodyGround : theme.AccentGround;
        SKColor line = !isOn ? theme.Line : isMelody ? theme.Melody : theme.Accent;
        painter.Fill(bounds, ground, Radius);
        painter.Frame(bounds, state.IsHovered && !isOn ? theme.Quiet : line, Radius);
        painter.Focus(bounds, state);
    }

    /// <summary>Frames a widget that has the keyboard.</summary>
    public static void Focus(this Painter painter, SKRect bounds, in WidgetState state)
    {
        if (state.IsFocused)
        {
            bounds.Inflate(2.5f, 2.5f);
            painter.Frame(bounds, painter.Theme.Focus, Radius + 2, 2);
        }
    }
}
