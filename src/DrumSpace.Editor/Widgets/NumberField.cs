using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter as a small number with a bar below it: dragged up and down, with shift finely.</summary>
internal sealed class NumberField : DraggedControl
{
    private const float DragLength = 120;

    /// <summary>Makes a number.</summary>
    public NumberField(IWidgetHost host, string id, string? name = null)
        : base(host, id, name)
    {
    }

    /// <inheritdoc/>
    public override string Role => "number";

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKRect bar = new(Bounds.Left + 3, Bounds.Bottom - 6, Bounds.Right - 3, Bounds.Bottom - 4);
        painter.Fill(bar, theme.Line, 1);
        bar.Right = bar.Left + (bar.Width * Current);
        painter.Fill(bar, Current < 1 ? theme.Accent : theme.Quiet, 1);
        SKColor ink = state.IsHovered || Current < 1 ? theme.Text : theme.Quiet;
        painter.Text(Text, Bounds.MidX, Bounds.MidY - 3, ink, TextStyle.Small, Align.Center);
        painter.Focus(Bounds, state);
    }

    /// <inheritdoc/>
    protected override float PartOf(in Hand from, in Hand to) => (from.Y - to.Y) / DragLength;
}
