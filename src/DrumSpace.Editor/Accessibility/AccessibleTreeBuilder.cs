using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Accessibility;

/// <summary>Makes trees of a window's widgets, and knows which widget an element stands for.</summary>
/// <remarks>The window's thread. Widgets without a role are left out; what they hold lies in what they lie in.</remarks>
internal sealed class AccessibleTreeBuilder
{
    private const string WindowName = "DrumSpace";
    private const string WindowRole = "window";
    private const string LineRole = "line";
    private const int WholeWidget = -1;

    private static readonly WidgetAction[] LineActions = [WidgetAction.Press];

    private readonly List<AccessibleElement> _elements = [];

    // Of the last tree and of the one before; what is in neither is forgotten, and its number not given again. A line that says something
    // else is another element: so screen readers tell it.
    private Dictionary<(Widget Widget, int Line, string Text), int> _ids = [];
    private Dictionary<(Widget Widget, int Line, string Text), int> _lastIds = [];
    private Dictionary<int, (Widget Widget, int Line)> _targets = [];
    private int _nextId = AccessibleTree.WindowId + 1;
    private Widget? _keyboard;
    private int _focused;
    private SKMatrix _toWindow;

    /// <summary>Makes a tree.</summary>
    /// <param name="panels">What lies side by side.</param>
    /// <param name="overlays">What lies over it, the uppermost last.</param>
    /// <param name="keyboard">What has the keyboard; null for nothing.</param>
    /// <param name="toWindow">From the widgets' units to the window's pixels.</param>
    /// <param name="screen">Where the window's content lies on the screen, in pixels.</param>
    public AccessibleTree Build(
        IEnumerable<Widget> panels, IReadOnlyList<Widget> overlays, Widget? keyboard, SKMatrix toWindow, SKPointI screen)
    {
        (_keyboard, _focused, _toWindow) = (keyboard, 0, toWindow);
        (_lastIds, _ids, _targets) = (_ids, new(_ids.Count), new(_ids.Count));
        _elements.Clear();
        List<int> children = [];
        foreach (Widget panel in panels)
        {
            Add(panel, AccessibleTree.WindowId, children, AccessibleStates.None);
        }

        foreach (Widget overlay in overlays)
        {
            Add(overlay, AccessibleTree.WindowId, children, AccessibleStates.Modal);
        }

        AccessibleStates active = _keyboard != null ? AccessibleStates.Active : AccessibleStates.None;
        _elements.Add(new AccessibleElement
        {
            Id = AccessibleTree.WindowId,
            Parent = 0,
            Index = 0,
            Name = WindowName,
            Role = WindowRole,
            Bounds = ToWindow(SKRect.Create(0, 0, EditorLayout.Width, EditorLayout.Height)),
            States = AccessibleStates.Enabled | AccessibleStates.Showing | active,
            Children = children,
        });
        return new AccessibleTree(_elements, _focused) { ScreenX = screen.X, ScreenY = screen.Y };
    }

    /// <summary>The widget that an element of the last tree stands for.</summary>
    /// <param name="id">The element's number.</param>
    /// <returns>The widget and its line, below 0 for the whole widget; null for the window, and for what is gone.</returns>
    public (Widget Widget, int Line)? Find(int id) => _targets.TryGetValue(id, out (Widget, int) target) ? target : null;

    private void Add(Widget widget, int parent, List<int> siblings, AccessibleStates states)
    {
        if (widget.Role.Length == 0)
        {
            AddChildren(widget, parent, siblings);
            return;
        }

        int id = IdOf(widget, WholeWidget, ""), index = siblings.Count;
        siblings.Add(id);
        List<int> children = [];
        AddChildren(widget, id, children);
        IReadOnlyList<string> lines = widget.Lines;
        AddLines(widget, id, lines, children);
        bool isFocused = widget == _keyboard && lines.Count == 0;
        _focused = isFocused ? id : _focused;
        _elements.Add(new AccessibleElement
        {
            Id = id,
            Parent = parent,
            Index = index,
            Name = widget.Name,
            Role = widget.Role,
            Value = widget.Value,
            Range = widget.Range,
            Hint = widget.Hint,
            Bounds = ToWindow(widget.Bounds),
            Number = widget.Number,
            Actions = widget.Actions,
            Typed = widget.Typed,
            States = states | StatesOf(widget) | (isFocused ? AccessibleStates.Focused : AccessibleStates.None),
            Children = children,
        });
    }

    private void AddChildren(Widget widget, int parent, List<int> siblings)
    {
        foreach (Widget child in widget.Children)
        {
            if (child.IsVisible)
            {
                Add(child, parent, siblings, AccessibleStates.None);
            }
        }
    }

    private void AddLines(Widget widget, int parent, IReadOnlyList<string> lines, List<int> siblings)
    {
        int first = widget.FirstLine;
        for (int line = first; line < first + lines.Count; line++)
        {
            int id = IdOf(widget, line, lines[line - first]), index = siblings.Count;
            siblings.Add(id);
            SKRectI place = ToWindow(widget.PlaceOfLine(line));
            AccessibleStates states = AccessibleStates.Enabled | AccessibleStates.Focusable | AccessibleStates.Selectable;
            states |= place.IsEmpty ? AccessibleStates.None : AccessibleStates.Showing;
            if (line == widget.CurrentLine)
            {
                states |= AccessibleStates.Selected;
                if (widget == _keyboard)
                {
                    states |= AccessibleStates.Focused;
                    _focused = id;
                }
            }

            _elements.Add(new AccessibleElement
            {
                Id = id,
                Parent = parent,
                Index = index,
                Name = lines[line - first],
                Role = LineRole,
                Bounds = place,
                Actions = LineActions,
                States = states,
            });
        }
    }

    private static AccessibleStates StatesOf(Widget widget)
    {
        AccessibleStates states = AccessibleStates.Showing;
        states |= widget.IsUsable ? AccessibleStates.Enabled : AccessibleStates.None;
        states |= widget.IsFocusable ? AccessibleStates.Focusable : AccessibleStates.None;
        states |= widget.Typed != null ? AccessibleStates.Editable : AccessibleStates.None;
        states |= widget.IsChecked != null ? AccessibleStates.Checkable : AccessibleStates.None;
        return states | (widget.IsChecked == true ? AccessibleStates.Checked : AccessibleStates.None);
    }

    private int IdOf(Widget widget, int line, string text)
    {
        if (!_lastIds.TryGetValue((widget, line, text), out int id))
        {
            id = _nextId++;
        }

        _ids[(widget, line, text)] = id;
        _targets[id] = (widget, line);
        return id;
    }

    private SKRectI ToWindow(SKRect bounds) => SKRectI.Round(_toWindow.MapRect(bounds));
}
