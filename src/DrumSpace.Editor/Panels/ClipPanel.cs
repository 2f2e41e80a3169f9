using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Music.Capture;
using SkiaSharp;

namespace DrumSpace.Editor.Panels;

/// <summary>What can be dragged into a track, and the ways around dragging.</summary>
internal sealed class ClipPanel : Panel
{
    private static readonly int[] BarCounts = [1, 2, 4, 8, 16, 32, 64];

    private readonly IWidgetHost _host;
    private readonly ClipChoice _clips;
    private readonly Button _bars;
    private readonly Button _save;
    private (int Wanted, int There) _counted = (-1, -1);
    private string _capturedText = "";

    /// <summary>Makes the panel.</summary>
    public ClipPanel(IWidgetHost host, SKRect bounds)
        : base(bounds)
    {
        _host = host;
        _clips = new ClipChoice(host);
        int melodyOn = host.Model.Parameters.Named("mel-on").Index;
        Add(new DragChip(host, _clips, ClipKind.Beat, () => "Drag beat")
        {
            IsReady = () => true,
            Hint = "The two bars as they play. Drag them into a track.",
        }, 10, 5, 112, 28);
        Add(new DragChip(host, _clips, ClipKind.Melody, () => "Drag melody")
        {
            IsMelody = true,
            IsReady = () => host.Model.Parameters[melodyOn] >= 0.5f,
            Hint = "The melody's two bars. Drag them into a track.",
        }, 128, 5, 124, 28);
        Add(new DragChip(host, _clips, ClipKind.Captured, CapturedText)
        {
            IsReady = () => host.Model.Clips.CapturedBars > 0,
            Hint = "What was played last, exactly. Drag it into a track.",
        }, 258, 5, 156, 28);
        _bars = Add(new Button("Bars to capture", OpenBars) { Icon = Icon.Down, Hint = "How many of the last bars." }, 418, 6, 26, 26);
        Add(new Button("A track a drum", ToggleTracks)
        {
            IsOn = () => host.Model.Preferences.HasTrackPerVoice,
            Hint = "Each drum in a track of its own.",
        }, 456, 6, 120, 26);
        Add(new Caption("or", TextStyle.Small), 842, 6, 20, 26);
        _save = Add(new Button("Save as…", OpenSave) { Hint = "Saves the framed clip where you like." }, 866, 6, 84, 26);
        Add(new Button("Copy path", _clips.CopyPath) { Hint = "Copies the path of the framed clip's file." }, 956, 6, 90, 26);
        Add(new Button("Show in folder", _clips.Show) { Hint = "Shows the framed clip's file in the file manager." }, 1052, 6, 114, 26);
    }

    private string CapturedText()
    {
        (int, int) counted = (_host.Model.Preferences.ClipBars, _host.Model.Clips.CapturedBars);
        if (counted != _counted)
        {
            _counted = counted;
            int bars = Math.Min(counted.Item1, Math.Max(counted.Item2, 1));
            _capturedText = counted.Item2 == 0 ? "Nothing played yet" : bars == 1 ? "Drag last bar" : $"Drag last {bars} bars";
        }

        return _capturedText;
    }

    private void OpenBars()
    {
        EditorPreferences now = _host.Model.Preferences;
        _host.Open(new Menu(_host, "Bars to capture", _bars.Bounds,
        [
            .. BarCounts.Select(bars => new MenuItem(bars == 1 ? "Last bar" : $"Last {bars} bars", () =>
            {
                _clips.Kind = ClipKind.Captured;
                _host.Model.Preferences = now with { ClipBars = bars };
            }, bars == now.ClipBars)),
        ]));
    }

    private void ToggleTracks()
    {
        EditorPreferences now = _host.Model.Preferences;
        _host.Model.Preferences = now with { HasTrackPerVoice = !now.HasTrackPerVoice };
    }

    private void OpenSave()
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        SKRect at = SKRect.Create(_save.Bounds.Left - 300, _save.Bounds.Top, 420, 32);
        _host.Open(new TextEntry(_host, "Save as", at, System.IO.Path.Combine(folder, "beat.mid"), _clips.SaveAs));
    }
}
