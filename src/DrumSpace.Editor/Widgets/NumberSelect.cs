using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter of many whole numbers: one back at its left end, one on at its right, typed in the middle.</summary>
internal sealed class NumberSelect : ParameterWidget
{
    private const float ArrowWidth = 24;

    private readonly string _prefix;
    private string _full = "";
    private string _shown = "";

    /// <summary>Makes a number.</summary>
    public NumberSelect(IWidgetHost host, string id, string prefix = "", string? name = null)
        : base(host, id, name) => _prefix = prefix;

    /// <inheritdoc/>
    public override string Role => "number";

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        painter.Ground(Bounds, state, isOn: false);
        painter.Icon(Icon.Left, Bounds.Left + 11, Bounds.MidY, 11, painter.Theme.Quiet);
        painter.Icon(Icon.Right, Bounds.Right - 11, Bounds.MidY, 11, painter.Theme.Quiet);
        if (_full != Text)
        {
            (_full, _shown) = (Text, _prefix + Text);
        }

        painter.Text(_shown, Bounds.MidX, Bounds.MidY, painter.Theme.Text, TextStyle.Small, Align.Center);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button != PointerButton.Left)
        {
            base.Press(hand);
        }
        else if (hand.X < Bounds.Left + ArrowWidth)
        {
            Nudge(-1, 0);
        }
        else if (hand.X > Bounds.Right - ArrowWidth)
        {
            Nudge(1, 0);
        }
        else
        {
            OpenEntry();
        }
    }
}
