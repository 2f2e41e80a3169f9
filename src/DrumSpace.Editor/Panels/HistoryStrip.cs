using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The last beats and those that were undone, as pictures; a click goes to one.</summary>
internal sealed class HistoryStrip : Widget
{
    private const int Back = 7;
    private const int Forth = 4;
    private const float TileWidth = 120;
    private const float TileHeight = 58;
    private const float Margin = 8;
    private const int Columns = 4;

    private readonly IWidgetHost _host;
    private readonly List<(int Offset, Pattern Pattern)> _tiles = [];
    private int _current;

    /// <summary>Makes a strip.</summary>
    public HistoryStrip(IWidgetHost host, SKRect beside)
    {
        _host = host;
        IEditorHistory history = host.Model.History;
        for (int offset = -Math.Min(Back, history.UndoCount); offset <= Math.Min(Forth, history.RedoCount); offset++)
        {
            history.TryPicture(offset, out Pattern pattern);
            _tiles.Add((offset, pattern));
            _current = offset == 0 ? _tiles.Count - 1 : _current;
        }

        int rows = (_tiles.Count + Columns - 1) / Columns, columns = Math.Min(Columns, _tiles.Count);
        Bounds = Overlays.Place(beside, (columns * TileWidth) + ((columns + 1) * Margin), (rows * TileHeight) + ((rows + 1) * Margin));
    }

    /// <inheritdoc/>
    public override string Name => "History";

    /// <inheritdoc/>
    public override string Role => "list";

    /// <inheritdoc/>
    public override string Value => TextOf(_tiles[_current].Offset);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines => [.. _tiles.Select(tile => TextOf(tile.Offset))];

    /// <inheritdoc/>
    public override int CurrentLine => _current;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        for (int index = 0; index < _tiles.Count; index++)
        {
            SKRect tile = PlaceOf(index);
            (int offset, Pattern pattern) = _tiles[index];
            painter.Fill(tile, offset == 0 ? theme.AccentGround : theme.Control, Decoration.Radius);
            painter.Frame(tile, index == _current ? theme.Accent : theme.Line, Decoration.Radius);
            painter.Text(TextOf(offset), tile.Left + 7, tile.Top + 10, offset == 0 ? theme.Accent : theme.Quiet, TextStyle.Small);
            SKRect picture = new(tile.Left + 7, tile.Top + 20, tile.Right - 7, tile.Bottom - 5);
            PatternPicture.Paint(painter, pattern, picture, offset == 0 ? theme.Accent : theme.Quiet, theme.Line);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (TileAt(hand.X, hand.Y) is { } index)
        {
            _current = index;
            _host.Invalidate(this);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (TileAt(hand.X, hand.Y) is { } index)
        {
            Go(index);
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        switch (key.Key)
        {
            case Key.Left or Key.Right:
                _current = Math.Clamp(_current + (key.Key == Key.Left ? -1 : 1), 0, _tiles.Count - 1);
                _host.Invalidate(this);
                return true;
            case Key.Enter:
                Go(_current);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override SKRect PlaceOfLine(int line) => PlaceOf(line);

    /// <inheritdoc/>
    public override void ChooseLine(int line) => Go(line);

    private static string TextOf(int offset) => offset == 0 ? "now" : offset < 0 ? $"{-offset} back" : $"{offset} forth";

    private void Go(int index)
    {
        int offset = _tiles[index].Offset;
        for (int count = 0; count < Math.Abs(offset); count++)
        {
            if (offset < 0)
            {
                _host.Model.History.Undo();
            }
            else
            {
                _host.Model.History.Redo();
            }
        }

        _host.CloseOverlay();
    }

    private SKRect PlaceOf(int index) => SKRect.Create(
        Bounds.Left + Margin + (index % Columns * (TileWidth + Margin)), Bounds.Top + Margin + (index / Columns * (TileHeight + Margin)),
        TileWidth, TileHeight);

    private int? TileAt(float x, float y)
    {
        int index = Enumerable.Range(0, _tiles.Count).FirstOrDefault(index => PlaceOf(index).Contains(x, y), -1);
        return index < 0 ? null : index;
    }
}
