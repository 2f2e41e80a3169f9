using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Panels;

/// <summary>The current program's name; a click opens the browser.</summary>
internal sealed class ProgramName(IWidgetHost host) : Widget
{
    private static readonly WidgetAction[] NameActions = [WidgetAction.Open];

    private IReadOnlyList<EditorProgram>? _programs;
    private int _current = -1;
    private string _name = "";
    private string? _shown;

    /// <inheritdoc/>
    public override string Name => "Program";

    /// <inheritdoc/>
    public override string Role => "list";

    /// <inheritdoc/>
    public override string Value => _name;

    /// <inheritdoc/>
    public override string Range => $"{host.Model.Programs.All.Count} programs";

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => NameActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        IReadOnlyList<EditorProgram> programs = host.Model.Programs.All;
        int current = host.Model.Programs.Current;
        if (current == _current && ReferenceEquals(programs, _programs))
        {
            return false;
        }

        (_programs, _current, _shown) = (programs, current, null);
        _name = programs.ElementAtOrDefault(current)?.Name ?? "";
        return true;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        painter.Ground(Bounds, state, isOn: false);
        _shown ??= painter.Fit(_name, TextStyle.Strong, Bounds.Width - 34);
        painter.Text(_shown, Bounds.Left + 10, Bounds.MidY, painter.Theme.Text, TextStyle.Strong);
        painter.Icon(Icon.Down, Bounds.Right - 13, Bounds.MidY, 12, painter.Theme.Quiet);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand) => host.Open(new ProgramBrowser(host, Bounds));

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        int count = host.Model.Programs.All.Count;
        host.Model.Programs.Select((host.Model.Programs.Current - Math.Sign(notches) + count) % count);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key is not ({ Key: Key.Enter } or { Key: Key.Character, Character: ' ' }))
        {
            return false;
        }

        host.Open(new ProgramBrowser(host, Bounds));
        return true;
    }
}
