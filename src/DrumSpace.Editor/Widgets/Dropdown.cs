using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>A parameter that is chosen from a list.</summary>
internal sealed class Dropdown : ParameterWidget
{
    private static readonly WidgetAction[] ListActions = [WidgetAction.Open, WidgetAction.Default, WidgetAction.Menu];

    private string _shownText = "";
    private string _full = "";

    /// <summary>Makes a list.</summary>
    public Dropdown(IWidgetHost host, string id, string? name = null)
        : base(host, id, name)
    {
    }

    /// <inheritdoc/>
    public override string Role => "list";

    /// <inheritdoc/>
    public override string Value => NameOf(Current);

    /// <inheritdoc/>
    public override string Range => string.Join(" | ", Host.Model.Parameters.OptionsOf(Parameter.Index).Select(option => option.Text));

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => ListActions;

    /// <summary>What stands before the value, such as "octave".</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether it belongs to the melody.</summary>
    public bool IsMelody { get; init; }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        painter.Ground(Bounds, state, isOn: false, IsMelody);
        if (_full != Text)
        {
            _full = Text;
            _shownText = painter.Fit(Prefix + Text, TextStyle.Label, Bounds.Width - 28);
        }

        painter.Text(_shownText, Bounds.Left + 9, Bounds.MidY, painter.Theme.Text, TextStyle.Label);
        painter.Icon(Icon.Down, Bounds.Right - 12, Bounds.MidY, 12, painter.Theme.Quiet);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Left)
        {
            OpenList();
        }
        else
        {
            base.Press(hand);
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key is { Key: Key.Enter } or { Key: Key.Character, Character: ' ' })
        {
            OpenList();
            return true;
        }

        return base.Press(key);
    }

    private void OpenList()
    {
        List<MenuItem> items = [];
        foreach (EditorOption option in Host.Model.Parameters.OptionsOf(Parameter.Index))
        {
            items.Add(new MenuItem(option.Text, () => Set(option.Value), IsChosen: option.Value == Current));
        }

        Host.Open(new Menu(Host, Name, Bounds, items));
    }

    private string NameOf(float value)
    {
        foreach (EditorOption option in Host.Model.Parameters.OptionsOf(Parameter.Index))
        {
            if (option.Value == value)
            {
                return option.Text;
            }
        }

        return Host.Model.Parameters.Format(Parameter.Index, value);
    }
}
