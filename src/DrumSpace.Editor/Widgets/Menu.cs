using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A list to choose from, over the window. Long ones scroll.</summary>
internal sealed class Menu : Widget
{
    private const float LineHeight = 26;
    private const float Margin = 5;
    private const float MinWidth = 120;
    private const float MaxWidth = 320;
    private const int MaxLines = 16;

    private readonly IWidgetHost _host;
    private readonly string _name;
    private readonly IReadOnlyList<MenuItem> _items;
    private readonly ListPosition _lines = new(MaxLines);

    /// <summary>Makes a menu.</summary>
    /// <param name="host">The window.</param>
    /// <param name="name">What is chosen here.</param>
    /// <param name="beside">What it belongs to: it opens below, or above where there is no room.</param>
    /// <param name="items">Its lines, at least one.</param>
    public Menu(IWidgetHost host, string name, SKRect beside, IReadOnlyList<MenuItem> items)
    {
        (_host, _name, _items) = (host, name, items);
        _lines.Reset(items.Count, items.ToList().FindIndex(item => item.IsChosen));
        float least = Math.Clamp(beside.Width, MinWidth, MaxWidth);
        float width = Math.Clamp((items.Max(item => item.Text.Length) * 7f) + 40, least, MaxWidth);
        Bounds = Overlays.Place(beside, width, (_lines.Shown * LineHeight) + (2 * Margin));
    }

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Role => "menu";

    /// <inheritdoc/>
    public override string Value => _items[_lines.Current].Text;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines => [.. _lines.InSight(_items).Select(item => item.Text)];

    /// <inheritdoc/>
    public override int FirstLine => _lines.First;

    /// <inheritdoc/>
    public override int CurrentLine => _lines.Current;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        for (int line = 0; line < _lines.Shown; line++)
        {
            MenuItem item = _items[_lines.First + line];
            SKRect place = PlaceOf(line);
            if (_lines.First + line == _lines.Current)
            {
                painter.Fill(place, theme.Control, 4);
            }

            painter.Text(item.Text, place.Left + 10, place.MidY, item.IsChosen ? theme.Accent : theme.Text,
                item.IsChosen ? TextStyle.Strong : TextStyle.Label);
        }

        Overlays.PaintScrollBar(painter, Bounds, Bounds.Top + Margin, LineHeight, _lines);
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_lines.Hover(hand.Y - Bounds.Top - Margin, LineHeight))
        {
            _host.Invalidate(this);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (_lines.LineAt(hand.Y - Bounds.Top - Margin, LineHeight) is { } line)
        {
            Choose(line);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        _lines.Scroll(notches);
        _host.Invalidate(this);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        int to = key.Key switch
        {
            Key.Up => _lines.Current - 1,
            Key.Down => _lines.Current + 1,
            Key.PageUp => _lines.Current - MaxLines,
            Key.PageDown => _lines.Current + MaxLines,
            Key.Home => 0,
            Key.End => _items.Count - 1,
            Key.Character => FindAfter(_lines.Current, key.Character),
            _ => -1,
        };
        if (key.Key == Key.Enter)
        {
            Choose(_lines.Current);
        }
        else if (to >= 0 || key.Key is Key.Up or Key.PageUp)
        {
            _lines.GoTo(to);
            _host.Invalidate(this);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override SKRect PlaceOfLine(int line) => _lines.IsInSight(line) ? PlaceOf(line - _lines.First) : SKRect.Empty;

    /// <inheritdoc/>
    public override void ChooseLine(int line) => Choose(line);

    private int FindAfter(int index, char first)
    {
        for (int way = 1; way <= _items.Count; way++)
        {
            int next = (index + way) % _items.Count;
            if (_items[next].Text.StartsWith(first.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return next;
            }
        }

        return index;
    }

    private void Choose(int index)
    {
        _host.CloseOverlay();
        _items[index].Action();
    }

    private SKRect PlaceOf(int line) =>
        SKRect.Create(Bounds.Left + Margin, Bounds.Top + Margin + (line * LineHeight), Bounds.Width - (2 * Margin) - 4, LineHeight);
}
