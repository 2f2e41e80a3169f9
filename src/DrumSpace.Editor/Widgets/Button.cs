using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>A button that does something.</summary>
/// <param name="name">What it is called.</param>
/// <param name="action">What it does.</param>
internal sealed class Button(string name, Action action) : Widget
{
    private static readonly WidgetAction[] ButtonActions = [WidgetAction.Press];

    private bool _wasOn;
    private bool _wasEnabled = true;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Role => "button";

    /// <inheritdoc/>
    public override string Value => IsOn == null ? "" : IsOn() ? "on" : "off";

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override bool? IsChecked => IsOn?.Invoke();

    /// <inheritdoc/>
    public override bool IsUsable => CanAct;

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => ButtonActions;

    /// <summary>The sign that it shows instead of its name.</summary>
    public Icon Icon { get; init; }

    /// <summary>Whether it is on; null for a button that only does something.</summary>
    public Func<bool>? IsOn { get; init; }

    /// <summary>Whether it can do something now; null for always.</summary>
    public Func<bool>? IsEnabled { get; init; }

    /// <summary>What the right button does; null for nothing.</summary>
    public Action? Alternative { get; init; }

    /// <summary>Whether it stands out.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Whether it belongs to the melody.</summary>
    public bool IsMelody { get; init; }

    private bool CanAct => IsEnabled?.Invoke() ?? true;

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        (bool wasOn, bool wasEnabled) = (_wasOn, _wasEnabled);
        (_wasOn, _wasEnabled) = (IsOn?.Invoke() ?? false, CanAct);
        return wasOn != _wasOn || wasEnabled != _wasEnabled;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        bool isOn = IsStrong || (IsOn?.Invoke() ?? false);
        painter.Ground(Bounds, state, isOn && CanAct, IsMelody);
        var color = !CanAct ? painter.Theme.Quiet.WithAlpha(140) : !isOn ? painter.Theme.Text : IsMelody ? painter.Theme.Melody : painter.Theme.Accent;
        if (Icon != Icon.None)
        {
            painter.Icon(Icon, Bounds.MidX, Bounds.MidY, 15, color);
        }
        else
        {
            painter.Text(name, Bounds.MidX, Bounds.MidY, color, isOn ? TextStyle.Strong : TextStyle.Label, Align.Center);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Right)
        {
            Alternative?.Invoke();
        }
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        // A hand that slid away before it let go changed its mind.
        if (hand.Button == PointerButton.Left && Bounds.Contains(hand.X, hand.Y) && CanAct)
        {
            action();
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key is not ({ Key: Key.Enter } or { Key: Key.Character, Character: ' ' }))
        {
            return false;
        }

        if (CanAct)
        {
            action();
        }

        return true;
    }
}
