using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The programs, over the window: typing searches names and genres, a click loads, the star stars.</summary>
internal sealed class ProgramBrowser : Widget
{
    private const float LineHeight = 26;
    private const float Margin = 8;
    private const float FieldHeight = 28;
    private const float StarWidth = 28;
    private const int MaxLines = 18;

    private readonly IWidgetHost _host;
    private readonly TextField _field;
    private readonly List<EditorProgram> _found = [];
    private readonly ListPosition _lines = new(MaxLines);
    private bool _isStarredOnly;

    /// <summary>Makes a browser.</summary>
    public ProgramBrowser(IWidgetHost host, SKRect beside)
    {
        _host = host;
        Bounds = Overlays.Place(beside, 380, FieldHeight + (3 * Margin) + (MaxLines * LineHeight));
        _field = new TextField(host, "Search name or genre")
        {
            Bounds = SKRect.Create(Bounds.Left + Margin, Bounds.Top + Margin, Bounds.Width - (2 * Margin) - 36, FieldHeight),
            Changed = Search,
        };
        Search();
        _lines.GoTo(_found.FindIndex(program => program.Number == host.Model.Programs.Current));
    }

    /// <inheritdoc/>
    public override string Name => "Programs";

    /// <inheritdoc/>
    public override string Role => "list";

    /// <inheritdoc/>
    public override string Value => _found.Count == 0 ? "nothing found" : _found[_lines.Current].Name;

    /// <inheritdoc/>
    public override TypedText? Typed => _field.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines =>
        [.. _lines.InSight(_found).Select(program => $"{program.Name}, {program.Genre}{(program.IsStarred ? ", starred" : "")}")];

    /// <inheritdoc/>
    public override int FirstLine => _lines.First;

    /// <inheritdoc/>
    public override int CurrentLine => _lines.Current;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    private SKRect StarFilter => SKRect.Create(Bounds.Right - Margin - 30, Bounds.Top + Margin, 30, FieldHeight);

    private float ListTop => Bounds.Top + FieldHeight + (2 * Margin);

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        _field.Paint(painter, state with { IsFocused = true });
        painter.Ground(StarFilter, default, _isStarredOnly);
        painter.Icon(Icon.Star, StarFilter.MidX, StarFilter.MidY, 14, _isStarredOnly ? theme.Accent : theme.Quiet);
        if (_found.Count == 0)
        {
            painter.Text("Nothing has this name or genre.", Bounds.MidX, ListTop + 30, theme.Quiet, TextStyle.Label, Align.Center);
        }

        for (int line = 0; line < _lines.Shown; line++)
        {
            EditorProgram program = _found[_lines.First + line];
            SKRect place = PlaceOf(line);
            if (_lines.First + line == _lines.Current)
            {
                painter.Fill(place, theme.Control, 4);
            }

            bool isLoaded = program.Number == _host.Model.Programs.Current;
            painter.Icon(Icon.Star, place.Left + (StarWidth / 2), place.MidY, 13, program.IsStarred ? theme.Accent : theme.Line);
            painter.Text(program.Name, place.Left + StarWidth + 4, place.MidY, isLoaded ? theme.Accent : theme.Text,
                isLoaded ? TextStyle.Strong : TextStyle.Label);
            painter.Text(program.Genre, place.Right - 6, place.MidY, theme.Quiet, TextStyle.Small, Align.Right);
        }

        Overlays.PaintScrollBar(painter, Bounds, ListTop, LineHeight, _lines);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (StarFilter.Contains(hand.X, hand.Y))
        {
            _isStarredOnly = !_isStarredOnly;
            Search();
        }
        else if (_lines.LineAt(hand.Y - ListTop, LineHeight) is { } line)
        {
            if (hand.X < Bounds.Left + Margin + StarWidth)
            {
                EditorProgram program = _found[line];
                _host.Model.Programs.SetStar(program.Number, !program.IsStarred);
                Search();
            }
            else
            {
                Load(line);
            }
        }

        _host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_lines.Hover(hand.Y - ListTop, LineHeight))
        {
            _host.Invalidate(this);
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
        bool isMove = _lines.Press(key);
        if (!isMove && key.Key == Key.Enter && _found.Count > 0)
        {
            Load(_lines.Current);
        }
        else if (!isMove && !_field.Press(key))
        {
            return false;
        }

        _host.Invalidate(this);
        return true;
    }

    /// <inheritdoc/>
    public override SKRect PlaceOfLine(int line) => _lines.IsInSight(line) ? PlaceOf(line - _lines.First) : SKRect.Empty;

    /// <inheritdoc/>
    public override void ChooseLine(int line) => Load(line);

    private SKRect PlaceOf(int line) =>
        SKRect.Create(Bounds.Left + Margin, ListTop + (line * LineHeight), Bounds.Width - (2 * Margin) - 6, LineHeight);

    private void Load(int index)
    {
        _host.Model.Programs.Select(_found[index].Number);
        _host.CloseOverlay();
    }

    private void Search()
    {
        string[] words = _field.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _found.Clear();
        _found.AddRange(_host.Model.Programs.All.Where(program => (program.IsStarred || !_isStarredOnly)
            && words.All(word => Has(program.Name, word) || Has(program.Genre, word))));
        _lines.Reset(_found.Count, _lines.Current);
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
