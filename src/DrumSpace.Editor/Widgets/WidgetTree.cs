using DrumSpace.Editor.Painting;

namespace DrumSpace.Editor.Widgets;

/// <summary>What is done with a widget and all that is visible in it.</summary>
internal static class WidgetTree
{
    /// <summary>Follows the model with all, the hidden ones too.</summary>
    /// <returns>Whether one of them looks otherwise.</returns>
    public static bool FollowAll(this Widget widget, long milliseconds)
    {
        bool isOther = widget.Follow(milliseconds);
        IReadOnlyList<Widget> children = widget.Children;
        for (int index = 0; index < children.Count; index++)
        {
            isOther |= children[index].FollowAll(milliseconds);
        }

        return isOther;
    }

    /// <summary>Paints all, what lies within over what it lies in.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="painter">The painter.</param>
    /// <param name="stateOf">What the hand and the keyboard do with one.</param>
    public static void PaintAll(this Widget widget, Painter painter, Func<Widget, WidgetState> stateOf)
    {
        widget.Paint(painter, stateOf(widget));
        IReadOnlyList<Widget> children = widget.Children;
        for (int index = 0; index < children.Count; index++)
        {
            if (children[index].IsVisible)
            {
                children[index].PaintAll(painter, stateOf);
            }
        }
    }

    /// <summary>Paints what moves with the song.</summary>
    public static void PaintAllMoving(this Widget widget, Painter painter)
    {
        widget.PaintMoving(painter);
        IReadOnlyList<Widget> children = widget.Children;
        for (int index = 0; index < children.Count; index++)
        {
            if (children[index].IsVisible)
            {
                children[index].PaintAllMoving(painter);
            }
        }
    }

    /// <summary>The innermost widget at a place; null for none.</summary>
    public static Widget? FindAt(this Widget widget, float x, float y)
    {
        IReadOnlyList<Widget> children = widget.Children;
        for (int index = children.Count - 1; index >= 0; index--)
        {
            if (children[index].IsVisible && children[index].FindAt(x, y) is { } child)
            {
                return child;
            }
        }

        return widget.Contains(x, y) ? widget : null;
    }

    /// <summary>Gives the wheel to the innermost widget there that uses it.</summary>
    /// <returns>Whether one did.</returns>
    public static bool ScrollAt(this Widget widget, in Hand hand, double notches)
    {
        IReadOnlyList<Widget> children = widget.Children;
        for (int index = children.Count - 1; index >= 0; index--)
        {
            Widget child = children[index];
            if (child.IsVisible && child.Contains(hand.X, hand.Y) && child.ScrollAt(hand, notches))
            {
                return true;
            }
        }

        return widget.Scroll(hand, notches);
    }

    /// <summary>All visible widgets within one, in the order of the keyboard. Allocates.</summary>
    public static IEnumerable<Widget> Within(this Widget widget) =>
        widget.Children.Where(child => child.IsVisible).SelectMany(child => child.Within().Prepend(child));
}
