using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter as a track: dragged sideways, with shift finely.</summary>
internal sealed class Slider : ParameterWidget
{
    private const float Fine = 0.1f;
    private const float LabelWidth = 30;

    private float _lastX;
    private float _dragged;
    private bool _isDragged;

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
    public override void Press(in Hand hand)
    {
        base.Press(hand);
        if (hand is { Button: PointerButton.Left, Clicks: 1 })
        {
            (_lastX, _dragged, _isDragged) = (hand.X, Current, true);
            Host.Model.Parameters.Begin(Parameter.Index);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_isDragged)
        {
            float way = (hand.X - _lastX) / Track.Width * (hand.IsFine ? Fine : 1);
            (_lastX, _dragged) = (hand.X, Math.Clamp(_dragged + way, 0, 1));
            Host.Model.Parameters.Set(Parameter.Index, _dragged);
        }
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        if (_isDragged)
        {
            _isDragged = false;
            Host.Model.Parameters.End(Parameter.Index);
        }
    }
}
