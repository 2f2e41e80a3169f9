using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Accessibility;

/// <summary>The desk for programs: its controls in words, and what programs ask of them. The window's thread.</summary>
internal sealed class AccessibleDesk(Desk desk)
{
    private readonly AccessibleTreeBuilder _tree = new();

    /// <summary>All controls in words.</summary>
    public IReadOnlyList<ControlDescription> Describe() =>
    [
        .. All().Where(widget => widget.Role.Length > 0).Select(widget => new ControlDescription(
            widget.Name, widget.Role, widget.Value, widget.Range, widget.Hint, widget.Bounds.Left, widget.Bounds.Top,
            widget.Bounds.Width, widget.Bounds.Height)),
    ];

    /// <summary>All controls as a tree.</summary>
    /// <param name="toWindow">From the widgets' units to the window's pixels.</param>
    /// <param name="screen">Where the window's content lies on the screen, in pixels.</param>
    public AccessibleTree DescribeTree(SKMatrix toWindow, SKPointI screen) =>
        _tree.Build(desk.Panels.Where(panel => panel.IsVisible), desk.Overlays, desk.KeyboardOwner, toWindow, screen);

    /// <summary>Does what a program asks for: as a hand would, after what lies over the control was closed.</summary>
    public void Perform(in AccessibleRequest request)
    {
        if (_tree.Find(request.Element) is not { } target || !Uncover(target.Widget))
        {
            return;
        }

        (Widget widget, int line) = target;
        desk.Invalidate();
        if (request.Kind == AccessibleRequestKind.SetNumber)
        {
            if (double.IsFinite(request.Value))
            {
                widget.SetNumber(request.Value);
            }

            return;
        }

        if (widget.IsFocusable && !(desk.Overlays is [.., var top] && top == widget))
        {
            desk.GiveKeyboard(widget);
        }

        if (request.Kind != AccessibleRequestKind.Act)
        {
            return;
        }

        if (line >= widget.FirstLine && line < widget.FirstLine + widget.Lines.Count)
        {
            widget.ChooseLine(line);
        }
        else if (line < 0 && request.Action >= 0 && request.Action < widget.Actions.Count)
        {
            widget.Press(widget.Actions[request.Action].Input);
        }
    }

    private bool Uncover(Widget widget)
    {
        if (!All().Contains(widget))
        {
            return false;
        }

        while (desk.Overlays.Count > 0 && desk.Overlays[^1] != widget && !desk.Overlays[^1].Within().Contains(widget))
        {
            desk.CloseOverlay();
        }

        return true;
    }

    private IEnumerable<Widget> All() => desk.Panels.Concat(desk.Overlays).SelectMany(root => root.Within().Prepend(root));
}
