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
    private const int MaxEntries = 2000;
    private const string Up = "..";

    private readonly IWidgetHost _host;
    private readonly Action<string> _take;
    private readonly List<(string Name, bool IsFolder)> _entries = [];
    private readonly List<(string Name, bool IsFolder)> _found = [];
    private TextField _field = null!;
    private string _folder = "";
    private string _problem = "";
    private int _first;
    private int _current;

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
    public override string Value => _found.Count == 0 ? _folder : Path.Combine(_folder, _found[_current].Name);

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    private float ListTop => Bounds.Top + FieldHeight + LineHeight + (2 * Margin);

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        Overlays.Paint(painter, Bounds);
        _field.Paint(painter, state with { IsFocused = true });
        string folder = painter.Fit(_problem.Length > 0 ? _problem : _folder, TextStyle.Small, Bounds.Width - (2 * Margin) - 8);
        painter.Text(folder, Bounds.Left + Margin + 4, ListTop - (LineHeight / 2), _problem.Length > 0 ? theme.Warning : theme.Quiet,
            TextStyle.Small);
        for (int line = 0; line < Math.Min(MaxLines, _found.Count - _first); line++)
        {
            (string name, bool isFolder) = _found[_first + line];
            SKRect place = SKRect.Create(Bounds.Left + Margin, ListTop + (line * LineHeight), Bounds.Width - (2 * Margin) - 6, LineHeight);
            if (_first + line == _current)
            {
                painter.Fill(place, theme.Control, 4);
            }

            painter.Text(painter.Fit(isFolder ? $"{name}/" : name, TextStyle.Label, place.Width - 20), place.Left + 10, place.MidY,
                isFolder ? theme.Quiet : theme.Text, TextStyle.Label);
        }
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (LineAt(hand.Y) is { } line)
        {
            Choose(line);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (LineAt(hand.Y) is { } line && line != _current)
        {
            _current = line;
            _host.Invalidate(this);
        }
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        _first = Math.Clamp(_first - (int)Math.Round(notches * 3), 0, Math.Max(0, _found.Count - MaxLines));
        _host.Invalidate(this);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        int way = key.Key switch { Key.Up => -1, Key.Down => 1, Key.PageUp => -MaxLines, Key.PageDown => MaxLines, _ => 0 };
        if (way != 0)
        {
            _current = Math.Clamp(_current + way, 0, Math.Max(0, _found.Count - 1));
            Reveal();
        }
        else if (key.Key == Key.Enter)
        {
            Enter();
        }
        else if (!_field.Press(key))
        {
            return false;
        }

        _host.Invalidate(this);
        return true;
    }

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
            Choose(_current);
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
            _entries.AddRange(here.EnumerateDirectories().Where(one => !one.Name.StartsWith('.')).Take(MaxEntries)
                .Select(one => one.Name).Order(StringComparer.OrdinalIgnoreCase).Select(name => (name, true)));
            _entries.AddRange(here.EnumerateFiles().Where(IsMidi).Take(MaxEntries)
                .Select(one => one.Name).Order(StringComparer.OrdinalIgnoreCase).Select(name => (name, false)));
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

    private static bool IsMidi(FileInfo file) => file.Extension.Equals(".mid", StringComparison.OrdinalIgnoreCase)
        || file.Extension.Equals(".midi", StringComparison.OrdinalIgnoreCase);

    private void Search()
    {
        string text = _field.Text.Trim();
        _found.Clear();
        _found.AddRange(_entries.Where(entry => entry.Name == Up || entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase)));

        // The way up is the last that a search means.
        _current = _found.Count > 1 ? 1 : 0;
        _first = 0;
    }

    private void Reveal() =>
        _first = Math.Clamp(_first, Math.Max(0, _current - MaxLines + 1), Math.Max(0, Math.Min(_current, _found.Count - MaxLines)));

    private int? LineAt(float y)
    {
        int line = (int)MathF.Floor((y - ListTop) / LineHeight);
        return line >= 0 && line < Math.Min(MaxLines, _found.Count - _first) ? _first + line : null;
    }
}
