using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter that is on or off.</summary>
internal sealed class Switch : ParameterWidget
{
    private static readonly WidgetAction[] SwitchActions = [WidgetAction.Toggle, WidgetAction.Default, WidgetAction.Menu];

    /// <summary>Makes a switch.</summary>
    public Switch(IWidgetHost host, string id, string? name = null)
        : base(host, id, name)
    {
    }

    /// <inheritdoc/>
    public override string Role => "switch";

    /// <summary>None: it is on or off.</summary>
    public override ControlNumber? Number => null;

    /// <inheritdoc/>
    public override bool? IsChecked => IsOn;

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => SwitchActions;

    /// <summary>The letter or sign that it is, as a small button; null for a slider with its name beside it.</summary>
    public string? Sign { get; init; }

    /// <summary>An icon instead of a sign.</summary>
    public Icon Icon { get; init; }

    /// <summary>Whether it belongs to the melody.</summary>
    public bool IsMelody { get; init; }

    /// <summary>Whether it is on only while it is held.</summary>
    public bool IsMomentary { get; init; }

    private bool IsOn => Current >= 0.5f;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKColor color = IsMelody ? theme.Melody : theme.Accent;
        if (Sign != null || Icon != Icon.None)
        {
            // Drawn smaller than it can be hit.
            SKRect face = Bounds;
            face.Inflate(-1.5f, -1.5f);
            painter.Ground(face, state, IsOn, IsMelody);
            SKColor ink = IsOn ? color : IsMomentary ? theme.Text : theme.Quiet;
            if (Icon != Icon.None)
            {
                painter.Icon(Icon, face.MidX, face.MidY, 12, ink);
            }
            else
            {
                painter.Text(Sign!, face.MidX, face.MidY, ink, TextStyle.Strong, Align.Center);
            }

            return;
        }

        SKRect track = SKRect.Create(Bounds.Left, Bounds.MidY - 8, 30, 16);
        painter.Fill(track, IsOn ? color : theme.Line, 8);
        painter.Disc(IsOn ? track.Right - 8 : track.Left + 8, track.MidY, 5.5f, IsOn ? theme.OnAccent : theme.Text);
        painter.Text(Name, track.Right + 8, Bounds.MidY, IsOn ? color : theme.Text, TextStyle.Strong);
        painter.Focus(Bounds, state);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Right)
        {
            base.Press(hand);
        }
        else if (hand.Button == PointerButton.Left)
        {
            if (IsMomentary)
            {
                Host.Model.Parameters.Begin(Parameter.Index);
                Host.Model.Parameters.Set(Parameter.Index, 1);
            }
            else
            {
                Set(IsOn ? 0 : 1);
            }
        }
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        if (IsMomentary && IsOn)
        {
            Host.Model.Parameters.Set(Parameter.Index, 0);
            Host.Model.Parameters.End(Parameter.Index);
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key is { Key: Key.Enter } or { Key: Key.Character, Character: ' ' })
        {
            Set(IsOn ? 0 : 1);
            return true;
        }

        return base.Press(key);
    }
}
