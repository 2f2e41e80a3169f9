using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>Programs, model, kit map, undo and the window's own settings.</summary>
internal sealed class HeaderPanel : Panel
{
    private static readonly double[] Zooms = [0.75, 1, 1.25, 1.5, 2, 2.5, 3];

    private readonly IWidgetHost _host;
    private readonly Button _undo;
    private readonly Button _save;
    private readonly Button _settings;

    /// <summary>Makes the panel.</summary>
    public HeaderPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        IEditorModel model = host.Model;
        Add(new Button("Previous program", () => Step(-1)) { Icon = Icon.Left, Hint = "The program before." }, 132, 9, 26, 26);
        Add(new ProgramName(host), 162, 9, 206, 26);
        Add(new Button("Next program", () => Step(1)) { Icon = Icon.Right, Hint = "The next program." }, 372, 9, 26, 26);
        Add(new Button("Star", ToggleStar)
        {
            Icon = Icon.Star,
            IsOn = () => Current is { IsStarred: true },
            Hint = "Stars this program.",
        }, 402, 9, 26, 26);
        _save = Add(new Button("Save", OpenSave) { Hint = "Saves what plays as a preset of yours." }, 432, 9, 56, 26);
        Add(new Caption("Model", TextStyle.Small), 504, 9, 40, 26);
        Add(new Dropdown(host, "model", "Model") { Hint = "The model that learnt the space." }, 542, 9, 126, 26);
        Add(new Caption("Kit map", TextStyle.Small), 682, 9, 50, 26);
        Add(new Dropdown(host, "kit-map", "Kit map") { Hint = "Which notes your drum library expects." }, 730, 9, 146, 26);
        _undo = Add(new Button("Undo", model.History.Undo)
        {
            Icon = Icon.Undo,
            IsEnabled = () => model.History.UndoCount > 0,
            Alternative = OpenHistory,
            Hint = "Undo. Right click: the last beats as pictures.",
        }, 892, 9, 30, 26);
        Add(new Button("Redo", model.History.Redo)
        {
            Icon = Icon.Redo,
            IsEnabled = () => model.History.RedoCount > 0,
            Alternative = OpenHistory,
            Hint = "Redo. Right click: the last beats as pictures.",
        }, 926, 9, 30, 26);
        Add(new Button("History", OpenHistory) { Icon = Icon.Down, Hint = "The last beats as pictures." }, 960, 9, 24, 26);
        Add(new Slider(host, "kit", "Kit volume") { Label = "Kit", Hint = "The level of the built-in kit; at 0 only MIDI leaves." },
            1000, 9, 140, 26);
        _settings = Add(new Button("Settings", OpenSettings) { Icon = Icon.Settings, Hint = "Size, colours and keyboard of this window." },
            1156, 9, 32, 26);
    }

    private EditorProgram? Current
    {
        get
        {
            IReadOnlyList<EditorProgram> all = _host.Model.Programs.All;
            int number = _host.Model.Programs.Current;
            return number < all.Count ? all[number] : null;
        }
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        painter.Fill(Bounds, painter.Theme.Panel);
        painter.Text("DrumSpace", Bounds.Left + 16, Bounds.MidY, painter.Theme.Text, TextStyle.Title);
    }

    private void Step(int way)
    {
        IReadOnlyList<EditorProgram> all = _host.Model.Programs.All;
        _host.Model.Programs.Select((_host.Model.Programs.Current + way + all.Count) % all.Count);
    }

    private void ToggleStar()
    {
        if (Current is { } program)
        {
            _host.Model.Programs.SetStar(program.Number, !program.IsStarred);
        }
    }

    private void OpenSave()
    {
        SKRect at = SKRect.Create(_save.Bounds.Left, _save.Bounds.Bottom, 240, 32);
        _host.Open(new TextEntry(_host, "Name of the preset", at, Current?.Name ?? "", name =>
        {
            bool isName = name.Trim().Length > 0;
            if (isName)
            {
                _host.Model.Programs.Save(name.Trim());
            }

            return isName;
        }));
    }

    private void OpenHistory() => _host.Open(new HistoryStrip(_host, _undo.Bounds));

    private void OpenSettings()
    {
        EditorPreferences now = _host.Model.Preferences;
        List<MenuItem> items =
        [
            .. Zooms.Where(Fits).Select(zoom => new MenuItem($"{zoom:0 %}", () => Change(now with { Zoom = zoom }), now.Zoom == zoom)),
            new MenuItem("Size of the host or screen", () => Change(now with { Zoom = null }), now.Zoom == null),
            new MenuItem("Dark", () => Change(now with { IsLight = false }), !now.IsLight),
            new MenuItem("Light", () => Change(now with { IsLight = true }), now.IsLight),
            new MenuItem("Keyboard: this window", () => Change(now with { TakesKeys = true }), now.TakesKeys),
            new MenuItem("Keyboard: the host", () => Change(now with { TakesKeys = false }), !now.TakesKeys),
            new MenuItem("MIDI, keys and velocities…", () => _host.Open(new SetupPanel(_host, _settings.Bounds))),
        ];
        _host.Open(new Menu(_host, "Settings", _settings.Bounds, items));
    }

    // A window beyond the screen hides this very menu.
    private bool Fits(double zoom)
    {
        PixelSize size = EditorView.SizeAt(zoom);
        return zoom <= 1 || _host.Window is not { } window || (size.Width <= window.Screen.Width && size.Height <= window.Screen.Height);
    }

    private void Change(EditorPreferences preferences)
    {
        _host.Model.Preferences = preferences;
        _host.Invalidate(this);
    }
}
