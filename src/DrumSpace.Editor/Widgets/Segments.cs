using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter of few values, all in sight.</summary>
internal sealed class Segments : ParameterWidget
{
    private readonly IReadOnlyList<EditorOption> _options;

    /// <summary>Makes a row of values.</summary>
    public Segments(IWidgetHost host, string id, string? name = null)
        : base(host, id, name) => _options = host.Model.Parameters.OptionsOf(Parameter.Index);

    /// <inheritdoc/>
    public override string Role => "choice";

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        painter.Fill(Bounds, theme.Control, Decoration.Radius);
        for (int index = 0; index < _options.Count; index++)
        {
            SKRect part = PartOf(index);
            bool isChosen = _options[index].Value == Current;
            if (isChosen)
            {
                painter.Fill(part, theme.AccentGround, Decoration.Radius);
                painter.Frame(part, theme.Accent, Decoration.Radius);
            }

            painter.Text(_options[index].Text, part.MidX, part.MidY, isChosen ? theme.Accent : theme.Text, TextStyle.Small, Align.Center);
        }

        painter.Frame(Bounds, state.IsHovered ? theme.Quiet : theme.Line, Decoration.Radius);
        painter.Focus(Bounds, state);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Left)
        {
            int index = (int)((hand.X - Bounds.Left) / Bounds.Width * _options.Count);
            Set(_options[Math.Clamp(index, 0, _options.Count - 1)].Value);
        }
        else
        {
            base.Press(hand);
        }
    }

    private SKRect PartOf(int index)
    {
        float width = Bounds.Width / _options.Count;
        return SKRect.Create(Bounds.Left + (index * width), Bounds.Top, width, Bounds.Height);
    }
}
