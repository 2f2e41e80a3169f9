using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter as a track: dragged sideways, with shift finely.</summary>
internal sealed class Slider : DraggedControl
{
    private const float LabelWidth = 30;

    /// <summary>Makes a slider.</summary>
    public Slider(IWidgetHost host, string id, string? name = null)
        : base(host, id, name)
    {
    }

    /// <inheritdoc/>
    public override string Role => "slider";

    /// <summary>What stands before it.</summary>
    public required string Label { get; init; }

    private SKRect Track => new(Bounds.Left + LabelWidth, Bounds.MidY - 2, Bounds.Right - 8, Bounds.MidY + 2);

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKRect track = Track;
        float x = track.Left + (track.Width * Current);
        painter.Text(Label, Bounds.Left, Bounds.MidY, Current > 0 ? theme.Quiet : theme.Warning, TextStyle.Small);
        painter.Fill(track, theme.Line, 2);
        painter.Fill(new SKRect(track.Left, track.Top, x, track.Bottom), theme.Accent, 2);
        painter.Disc(x, track.MidY, state.IsHovered || state.IsPressed ? 7 : 6, theme.Text);
        painter.Focus(Bounds, state);
    }

    /// <inheritdoc/>
    protected override float PartOf(in Hand from, in Hand to) => (to.X - from.X) / Track.Width;
}
