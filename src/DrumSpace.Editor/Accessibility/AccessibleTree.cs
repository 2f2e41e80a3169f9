namespace DrumSpace.Editor.Accessibility;

/// <summary>
/// All that a window shows, in words: what a system's interface for screen readers answers from, on its own threads. Immutable.
/// </summary>
/// <remarks>It knows no system: an interface translates roles, states and changes to its own.</remarks>
internal sealed class AccessibleTree
{
    /// <summary>The window's own number.</summary>
    public const int WindowId = 1;

    private readonly Dictionary<int, AccessibleElement> _elements;

    /// <summary>Makes a tree.</summary>
    /// <param name="elements">All elements; one of them is the window.</param>
    /// <param name="focused">The one that has the keyboard; 0 for none.</param>
    public AccessibleTree(IEnumerable<AccessibleElement> elements, int focused)
    {
        _elements = elements.ToDictionary(element => element.Id);
        (Focused, Window) = (focused, _elements[WindowId]);
    }

    /// <summary>The window, in which all others lie.</summary>
    public AccessibleElement Window { get; }

    /// <summary>The element that has the keyboard; 0 for none.</summary>
    public int Focused { get; }

    /// <summary>The left edge of the window's content on the screen, in pixels.</summary>
    public int ScreenX { get; init; }

    /// <summary>The upper edge of the window's content on the screen, in pixels.</summary>
    public int ScreenY { get; init; }

    /// <summary>All elements.</summary>
    public IReadOnlyCollection<AccessibleElement> All => _elements.Values;

    /// <summary>The element with a number; null if it is not there any more.</summary>
    public AccessibleElement? Find(int id) => _elements.GetValueOrDefault(id);

    /// <summary>The innermost element at a place of the window; null for none.</summary>
    /// <param name="x">Pixels from the window's left edge.</param>
    /// <param name="y">Pixels from its upper edge.</param>
    /// <param name="within">Where to look.</param>
    public AccessibleElement? FindAt(int x, int y, AccessibleElement within)
    {
        for (int index = within.Children.Count - 1; index >= 0; index--)
        {
            if (FindAt(x, y, _elements[within.Children[index]]) is { } child)
            {
                return child;
            }
        }

        return within.Bounds.Contains(x, y) ? within : null;
    }
}
