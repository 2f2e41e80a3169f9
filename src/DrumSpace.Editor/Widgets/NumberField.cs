using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter as a small number with a bar below it: dragged up and down, with shift finely.</summary>
internal sealed class NumberField : ParameterWidget
{
    private const float DragLength = 120;
    private const float Fine = 0.1f;

    private float _lastY;
    private float _dragged;
    private bool _isDragged;

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
    public override void Press(in Hand hand)
    {
        base.Press(hand);
        if (hand is { Button: PointerButton.Left, Clicks: 1 })
        {
            (_lastY, _dragged, _isDragged) = (hand.Y, Current, true);
            Host.Model.Parameters.Begin(Parameter.Index);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_isDragged)
        {
            float way = (_lastY - hand.Y) / DragLength * (hand.IsFine ? Fine : 1);
            (_lastY, _dragged) = (hand.Y, Math.Clamp(_dragged + way, 0, 1));
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
