using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>Which lines of a long list are in sight, and which of them is chosen.</summary>
/// <param name="room">How many lines there is room for, at least 1.</param>
internal sealed class ListPosition(int room)
{
    // Lines that a notch of the wheel scrolls.
    private const int Notch = 3;

    /// <summary>How many lines the list has.</summary>
    public int Count { get; private set; }

    /// <summary>The first line in sight.</summary>
    public int First { get; private set; }

    /// <summary>The chosen line; 0 in an empty list.</summary>
    public int Current { get; private set; }

    /// <summary>How many lines are in sight.</summary>
    public int Shown => Math.Min(room, Count);

    /// <summary>Whether a line is in sight.</summary>
    public bool IsInSight(int line) => line >= First && line < First + Shown;

    /// <summary>The lines in sight. Allocates.</summary>
    /// <typeparam name="T">The kind of line.</typeparam>
    /// <param name="all">The whole list.</param>
    public IEnumerable<T> InSight<T>(IEnumerable<T> all) => all.Skip(First).Take(Shown);

    /// <summary>The list is another.</summary>
    /// <param name="count">How many lines it has.</param>
    /// <param name="current">The chosen one.</param>
    public void Reset(int count, int current)
    {
        (Count, First) = (count, 0);
        GoTo(current);
    }

    /// <summary>Chooses a line, and brings it into sight.</summary>
    public void GoTo(int line)
    {
        Current = Math.Clamp(line, 0, Math.Max(0, Count - 1));
        First = Math.Clamp(First, Math.Max(0, Current - room + 1), Math.Max(0, Math.Min(Current, Count - Shown)));
    }

    /// <summary>Scrolls by the wheel; the chosen line stays.</summary>
    public void Scroll(double notches) =>
        First = Math.Clamp(First - (int)Math.Round(notches * Notch), 0, Math.Max(0, Count - Shown));

    /// <summary>Moves the choice by the cursor keys.</summary>
    /// <returns>Whether it is one of them.</returns>
    public bool Press(in KeyInput key)
    {
        int way = key.Key switch { Key.Up => -1, Key.Down => 1, Key.PageUp => -room, Key.PageDown => room, _ => 0 };
        GoTo(Current + way);
        return way != 0;
    }

    /// <summary>The line at a height; null beside the lines in sight.</summary>
    /// <param name="y">From the top of the first line in sight.</param>
    /// <param name="height">The height of a line.</param>
    public int? LineAt(float y, float height)
    {
        int line = (int)MathF.Floor(y / height);
        return line >= 0 && line < Math.Min(Shown, Count - First) ? First + line : null;
    }

    /// <summary>Chooses the line at a height, if there is another.</summary>
    /// <returns>Whether another is chosen.</returns>
    public bool Hover(float y, float height)
    {
        bool isOther = LineAt(y, height) is { } line && line != Current;
        Current = LineAt(y, height) ?? Current;
        return isOther;
    }
}
