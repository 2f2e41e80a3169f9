using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Space;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>The space as a map or a plane, with what goes through it: chance, a path, a search for a beat.</summary>
internal sealed class MapPanel : Panel, IDisposable
{
    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(5);

    private readonly IWidgetHost _host;
    private readonly PathDrawing _path;
    private readonly FoundMarks _found = new();
    private readonly KnobSetter _knobs;
    private readonly MapView _map;
    private readonly PlaneView _plane;
    private readonly Button _find;
    private readonly Random _random = new();
    private readonly EditorParameter _play;
    private string _folder = Environment.GetFolderPath(Environment.SpecialFolder.MyMusic);
    private Task<(string Path, IReadOnlyList<FoundPlace> Found)>? _search;

    /// <summary>Makes the panel.</summary>
    public MapPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        _path = new PathDrawing(host.Model);
        _knobs = new KnobSetter(host.Model.Parameters);
        _play = host.Model.Parameters.Named("path");
        _map = Add(new MapView(host, _path, _found), 0, 0, bounds.Width, bounds.Height);
        _plane = Add(new PlaneView(host), 0, 0, bounds.Width, bounds.Height);
        float y = bounds.Height - 34;
        Add(new Button("Random", GoAnywhere) { Hint = "Goes to a place of the map by chance." }, 10, y, 70, 26);
        Add(new Button("Draw a path", ToggleDrawing)
        {
            IsOn = () => _path.IsDrawing,
            IsEnabled = () => host.Model.Space.Map != null,
            Hint = "The next drag on the map draws a path that plays itself.",
        }, 84, y, 96, 26);
        Add(new Button("Play the path", TogglePath)
        {
            Icon = Icon.Play,
            IsOn = () => host.Model.Parameters[_play.Index] > 0,
            IsEnabled = () => host.Model.Space.Path.Count > 1,
            Hint = "Lets the path play, or stops it.",
        }, 184, y, 32, 26);
        Add(new Dropdown(host, "path-bars", "Path length") { Hint = "How many bars the path takes." }, 220, y, 84, 26);
        Add(new NumberField(host, "path-pos", "Place on the path") { Hint = "Where on the path it is: a parameter to automate." },
            306, y, 52, 26);
        _find = Add(new Button("Find my beat…", OpenFind) { Hint = "The places most like the beat of a MIDI file. Or drop a file here." },
            bounds.Width - 120, y, 110, 26);
    }

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        if (_search is { IsCompleted: true } search)
        {
            _search = null;
            Take(search);
        }

        bool hasMap = _host.Model.Space.Map != null;
        bool isOther = hasMap != _map.IsVisible;
        (_map.IsVisible, _plane.IsVisible) = (hasMap, !hasMap);
        return isOther;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
    }

    /// <summary>
    /// Looks for the beat of a file beside the window's thread, which goes on; then goes to the most similar place and marks the others.
    /// Another search takes the place of one that is not over.
    /// </summary>
    public void Find(string path)
    {
        IEditorSpace space = _host.Model.Space;
        _search = Task.Run(() => (path, space.Find(path)));
        _host.Tell($"{System.IO.Path.GetFileName(path)}: looking for its beat…");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The instance goes; what still searches in its model ends first, unless the file's disk does not answer.
        if (_search != null)
        {
            Task.WhenAny(_search).Wait(LongestSearch);
        }

        _map.Dispose();
    }

    private void Take(Task<(string Path, IReadOnlyList<FoundPlace> Found)> search)
    {
        // A search only fails with its model, when the instance ends.
        if (!search.IsCompletedSuccessfully || search.Result.Found.Count == 0)
        {
            _host.Tell("");
            return;
        }

        (string path, IReadOnlyList<FoundPlace> found) = search.Result;
        _found.Found = found;
        _knobs.Go(found[0].Knobs);
        _host.Tell($"{System.IO.Path.GetFileName(path)}: the most similar beat is {found[0].Similarity:0 %} alike.");
        _host.Invalidate(_map);
    }

    private void GoAnywhere()
    {
        Knobs knobs = default;
        if (_host.Model.Space.Map is { } map && map.Points.Length > 0)
        {
            knobs = map.Points[_random.Next(map.Points.Length)].Knobs;
        }
        else
        {
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                knobs[axis] = _random.NextSingle();
            }
        }

        _found.Clear();
        _knobs.Go(knobs);
    }

    private void ToggleDrawing() => _path.IsDrawing = !_path.IsDrawing;

    private void TogglePath()
    {
        IEditorParameters parameters = _host.Model.Parameters;
        parameters.Begin(_play.Index);
        parameters.Set(_play.Index, parameters[_play.Index] > 0 ? 0 : 1);
        parameters.End(_play.Index);
    }

    private void OpenFind() => _host.Open(new FileBrowser(_host, _find.Bounds, _folder, path =>
    {
        _folder = System.IO.Path.GetDirectoryName(path) ?? _folder;
        Find(path);
    }));
}
