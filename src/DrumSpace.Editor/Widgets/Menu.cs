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
    private readonly int _shown;
    private int _first;
    private int _current;

    /// <summary>Makes a menu.</summary>
    /// <param name="host">The window.</param>
    /// <param name="name">What is chosen here.</param>
    /// <param name="beside">What it belongs to: it opens below, or above where there is no room.</param>
    /// <param name="items">Its lines, at least one.</param>
    public Menu(IWidgetHost host, string name, SKRect beside, IReadOnlyList<MenuItem> items)
    {
        (_host, _name, _items) = (host, name, items);
        _shown = Math.Min(items.Count, MaxLines);
        _current = Math.Max(0, items.ToList().FindIndex(item => item.IsChosen));
        float width = Math.Clamp(items.Max(item => item.Text.Length) * 7f + 40, Math.Max(MinWidth, Math.Min(beside.Width, MaxWidth)), MaxWidth);
        Bounds = Overlays.Place(beside, width, (_shown * LineHeight) + (2 * Margin));
        Reveal();
    }

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Role => "menu";

    /// <inheritdoc/>
    public override string Value => _items[_current].Text;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        for (int line = 0; line < _shown; line++)
        {
            MenuItem item = _items[_first + line];
            SKRect place = PlaceOf(line);
            if (_first + line == _current)
            {
                painter.Fill(place, theme.Control, 4);
            }

            painter.Text(item.Text, place.Left + 10, place.MidY, item.IsChosen ? theme.Accent : theme.Text,
                item.IsChosen ? TextStyle.Strong : TextStyle.Label);
        }

        if (_items.Count > _shown)
        {
            float length = Bounds.Height - (2 * Margin);
            painter.Fill(SKRect.Create(Bounds.Right - 6, Bounds.Top + Margin + (length * _first / _items.Count), 3,
                length * _shown / _items.Count), theme.Quiet, 1.5f);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (LineAt(hand.Y) is { } line)
        {
            _current = _first + line;
            _host.Invalidate(this);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (LineAt(hand.Y) is { } line)
        {
            Choose(_first + line);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        _first = Math.Clamp(_first - (int)Math.Round(notches * 3), 0, _items.Count - _shown);
        _host.Invalidate(this);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        switch (key.Key)
        {
            case Key.Enter:
                Choose(_current);
                return true;
            case Key.Up or Key.Down or Key.PageUp or Key.PageDown or Key.Home or Key.End:
                int way = key.Key switch { Key.Up => -1, Key.Down => 1, Key.PageUp => -_shown, Key.PageDown => _shown, Key.Home => -_items.Count, _ => _items.Count };
                GoTo(Math.Clamp(_current + way, 0, _items.Count - 1));
                return true;
            case Key.Character:
                GoTo(FindAfter(_current, key.Character));
                return true;
            default:
                return false;
        }
    }

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

    private void GoTo(int index)
    {
        _current = index;
        Reveal();
        _host.Invalidate(this);
    }

    private void Reveal() => _first = Math.Clamp(_first, Math.Max(0, _current - _shown + 1), Math.Min(_current, _items.Count - _shown));

    private SKRect PlaceOf(int line) =>
        SKRect.Create(Bounds.Left + Margin, Bounds.Top + Margin + (line * LineHeight), Bounds.Width - (2 * Margin) - 4, LineHeight);

    private int? LineAt(float y)
    {
        int line = (int)MathF.Floor((y - Bounds.Top - Margin) / LineHeight);
        return line >= 0 && line < _shown ? line : null;
    }
}
