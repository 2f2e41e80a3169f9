using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A knob: dragged up and down, with shift finely.</summary>
internal sealed class Knob : DraggedControl
{
    // Three quarters of a turn, open at the bottom.
    private const float Start = 0.375f;
    private const float Travel = 0.75f;

    // Units that the hand moves from one end to the other.
    private const float DragLength = 180;

    private float _modulation;

    /// <summary>Makes a knob.</summary>
    public Knob(IWidgetHost host, string id, string? name = null)
        : base(host, id, name)
    {
    }

    /// <inheritdoc/>
    public override string Role => "knob";

    /// <summary>The radius of its ring.</summary>
    public required float Radius { get; init; }

    /// <summary>Whether it belongs to the melody.</summary>
    public bool IsMelody { get; init; }

    /// <summary>Gives its name where that can change, such as an axis's; null for <see cref="Widget.Name"/>.</summary>
    public Func<string>? Title { get; init; }

    /// <summary>Where zero lies: a half for what goes both ways.</summary>
    public float Origin { get; init; }

    /// <inheritdoc/>
    public override string Name => Title?.Invoke() ?? base.Name;

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        float modulation = Host.Model.Parameters.ModulationOf(Parameter.Index);
        bool isModulated = modulation != _modulation;
        _modulation = modulation;
        return base.Follow(milliseconds) | isModulated;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKColor color = IsMelody ? theme.Melody : theme.Accent;
        float width = Radius > 24 ? 6 : Radius > 14 ? 4.5f : 4;
        float x = Bounds.MidX, y = Bounds.Top + Radius + width;
        float value = Current, from = Math.Min(value, Origin), to = Math.Max(value, Origin);
        painter.Arc(x, y, Radius, Start, Travel, theme.Line, width);
        if (to > from)
        {
            painter.Arc(x, y, Radius, Start + (Travel * from), Travel * (to - from), color, width);
        }

        if (_modulation != 0)
        {
            float played = Math.Clamp(value + _modulation, 0, 1);
            painter.Arc(x, y, Radius - width, Start + (Travel * Math.Min(value, played)), Travel * Math.Abs(played - value), theme.Text, 2);
        }

        (float sin, float cos) = MathF.SinCos((Start + (Travel * value)) * MathF.Tau);
        painter.Line(x + (cos * Radius * 0.4f), y + (sin * Radius * 0.4f), x + (cos * Radius * 0.72f), y + (sin * Radius * 0.72f),
            theme.Text, Radius > 24 ? 3 : 2);
        bool isLarge = Radius > 24;
        float below = y + (Radius * 0.72f) + (isLarge ? 22 : 14);
        painter.Text(Name, x, below, theme.Text, isLarge ? TextStyle.Strong : TextStyle.Small, Align.Center);
        painter.Text(Text, x, below + (isLarge ? 17 : 14), IsLearning ? theme.Warning : theme.Quiet, TextStyle.Small, Align.Center);
        if (state.IsFocused)
        {
            painter.Focus(Bounds, state);
        }
        else if (state.IsHovered || state.IsPressed)
        {
            painter.Circle(x, y, Radius * 0.86f - (width / 2), theme.Line, 1);
        }
    }

    /// <inheritdoc/>
    protected override float PartOf(in Hand from, in Hand to) => (from.Y - to.Y) / DragLength;
}
