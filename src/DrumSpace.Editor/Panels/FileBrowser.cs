using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>Folders and MIDI files, over the window: a click opens a folder or takes a file, typing searches the folder.</summary>
internal sealed class FileBrowser : Widget
{
    private const float LineHeight = 26;
    private const float Margin = 8;
    private const float FieldHeight = 28;
    private const int MaxLines = 13;
    private const string Up = "..";

    private readonly IWidgetHost _host;
    private readonly Action<string> _take;
    private readonly List<(string Name, bool IsFolder)> _entries = [];
    private readonly List<(string Name, bool IsFolder)> _found = [];
    private readonly ListPosition _lines = new(MaxLines);
    private TextField _field = null!;
    private string _folder = "";
    private string _problem = "";

    /// <summary>Makes a browser.</summary>
    /// <param name="host">The window.</param>
    /// <param name="beside">What it belongs to.</param>
    /// <param name="folder">Where it begins; another where that is not there.</param>
    /// <param name="take">Takes the full path of a file.</param>
    public FileBrowser(IWidgetHost host, SKRect beside, string folder, Action<string> take)
    {
        (_host, _take) = (host, take);
        Bounds = Overlays.Place(beside, 420, FieldHeight + (4 * Margin) + LineHeight + (MaxLines * LineHeight));
        Go(Directory.Exists(folder) ? folder : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
    }

    /// <inheritdoc/>
    public override string Name => "MIDI files";

    /// <inheritdoc/>
    public override string Role => "list";

    /// <inheritdoc/>
    public override string Value => _found.Count == 0 ? _folder : Path.Combine(_folder, _found[_lines.Current].Name);

    /// <inheritdoc/>
    public override TypedText? Typed => _field.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines => [.. _lines.InSight(_found).Select(entry => entry.IsFolder ? $"{entry.Name}, folder" : entry.Name)];

    /// <inheritdoc/>
    public override int FirstLine => _lines.First;

    /// <inheritdoc/>
    public override int CurrentLine => _lines.Current;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    private float ListTop => Bounds.Top + FieldHeight + LineHeight + (2 * Margin);

    /// <summary>Whether a file is named as MIDI files are.</summary>
    public static bool IsMidi(string path) => Path.GetExtension(path).ToUpperInvariant() is ".MID" or ".MIDI";

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        _field.Paint(painter, state with { IsFocused = true });
        string folder = painter.Fit(_problem.Length > 0 ? _problem : _folder, TextStyle.Small, Bounds.Width - (2 * Margin) - 8);
        painter.Text(folder, Bounds.Left + Margin + 4, ListTop - (LineHeight / 2), _problem.Length > 0 ? theme.Warning : theme.Quiet,
            TextStyle.Small);
        for (int line = 0; line < _lines.Shown; line++)
        {
            (string name, bool isFolder) = _found[_lines.First + line];
            SKRect place = PlaceOf(line);
            if (_lines.First + line == _lines.Current)
            {
                painter.Fill(place, theme.Control, 4);
            }

            painter.Text(painter.Fit(isFolder ? $"{name}/" : name, TextStyle.Label, place.Width - 20), place.Left + 10, place.MidY,
                isFolder ? theme.Quiet : theme.Text, TextStyle.Label);
        }

        Overlays.PaintScrollBar(painter, Bounds, ListTop, LineHeight, _lines);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (_lines.LineAt(hand.Y - ListTop, LineHeight) is { } line)
        {
            Choose(line);
        }
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
        if (!isMove && key.Key == Key.Enter)
        {
            Enter();
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
    public override void ChooseLine(int line) => Choose(line);

    private SKRect PlaceOf(int line) =>
        SKRect.Create(Bounds.Left + Margin, ListTop + (line * LineHeight), Bounds.Width - (2 * Margin) - 6, LineHeight);

    // What is typed may also be a whole path.
    private void Enter()
    {
        string typed = _field.Text.Trim();
        if (Path.IsPathFullyQualified(typed) && Directory.Exists(typed))
        {
            Go(typed);
        }
        else if (Path.IsPathFullyQualified(typed))
        {
            Take(typed);
        }
        else if (_found.Count > 0)
        {
            Choose(_lines.Current);
        }
    }

    private void Choose(int index)
    {
        (string name, bool isFolder) = _found[index];
        string path = Path.GetFullPath(Path.Combine(_folder, name));
        if (isFolder)
        {
            Go(path);
        }
        else
        {
            Take(path);
        }
    }

    private void Take(string path)
    {
        _host.CloseOverlay();
        _take(path);
    }

    private void Go(string folder)
    {
        (_folder, _problem) = (folder, "");
        _entries.Clear();
        _entries.Add((Up, true));
        try
        {
            DirectoryInfo here = new(folder);
            _entries.AddRange(here.EnumerateDirectories().Where(one => !one.Name.StartsWith('.'))
                .Select(one => one.Name).Order(StringComparer.OrdinalIgnoreCase).Select(name => (name, true)));
            _entries.AddRange(here.EnumerateFiles().Select(one => one.Name).Where(IsMidi)
                .Order(StringComparer.OrdinalIgnoreCase).Select(name => (name, false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problem = e.Message;
        }

        _field = new TextField(_host, "Search this folder, or type a path")
        {
            Bounds = SKRect.Create(Bounds.Left + Margin, Bounds.Top + Margin, Bounds.Width - (2 * Margin), FieldHeight),
            Changed = Search,
        };
        Search();
        _host.Invalidate(this);
    }

    private void Search()
    {
        string text = _field.Text.Trim();
        _found.Clear();
        _found.AddRange(_entries.Where(entry => entry.Name == Up || entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase)));

        // The way up is the last that a search means.
        _lines.Reset(_found.Count, _found.Count > 1 ? 1 : 0);
    }
}
