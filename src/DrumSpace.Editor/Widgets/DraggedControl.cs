using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>A control that a hand drags from one end of its range to the other in one gesture, with shift ten times finer.</summary>
internal abstract class DraggedControl : ParameterWidget
{
    private const float Fine = 0.1f;

    private Hand _last;
    private float _dragged;
    private bool _isDragged;

    /// <inheritdoc cref="ParameterWidget(IWidgetHost, string, string?)"/>
    protected DraggedControl(IWidgetHost host, string id, string? name)
        : base(host, id, name)
    {
    }

    /// <summary>Called when a hand takes it; null for nothing.</summary>
    public Action? Taken { get; init; }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        base.Press(hand);
        if (hand is { Button: PointerButton.Left, Clicks: 1 })
        {
            Taken?.Invoke();
            (_last, _dragged, _isDragged) = (hand, Current, true);
            Host.Model.Parameters.Begin(Parameter.Index);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (!_isDragged)
        {
            return;
        }

        // From where the hand was last, so that pressing shift on the way does not jump.
        _dragged = Math.Clamp(_dragged + (PartOf(_last, hand) * (hand.IsFine ? Fine : 1)), 0, 1);
        _last = hand;
        float value = Parameter.StepCount > 0 ? Parameter.AtStep(Parameter.StepOf(_dragged)) : _dragged;
        if (value != Current)
        {
            Host.Model.Parameters.Set(Parameter.Index, value);
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

    /// <summary>The part of the range that a way of the hand covers, below 0 downwards.</summary>
    protected abstract float PartOf(in Hand from, in Hand to);
}
