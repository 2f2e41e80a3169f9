using System.Globalization;
using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Tests.Windows;
using DrumSpace.Editor.Tests.X11;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.Accessibility;

/// <summary>The window as a screen reader sees it, by the library that screen readers use.</summary>
[Collection(nameof(XServerTests))]
public sealed class AtSpiTests : IClassFixture<AccessibilityBus>, IDisposable
{
    private readonly AccessibilityBus _bus;
    private readonly FakeModel _model = new() { Preferences = new() { TakesKeys = true } };
    private readonly EditorView _view;
    private readonly EditorWindow _window;
    private readonly List<string> _log = [];

    public AtSpiTests(AccessibilityBus bus)
    {
        bus.Require();
        _bus = bus;
        _view = new EditorView(_model);
        _window = new EditorWindow(_view, new EditQueue(), new RecordingHost(), line =>
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }, setup => new X11EditorWindow(setup, bus.Server.Display, bus.Address));
    }

    [Fact]
    public void A_screen_reader_finds_every_control()
    {
        ScreenReader reader = Open();
        reader.WaitFor("tree", line => line.StartsWith("canvas|Map|", StringComparison.Ordinal));
        ILookup<string, string[]> found = reader.Ask("tree").Select(line => line.Split('|')).ToLookup(parts => parts[1]);
        using Hands other = new();
        Assert.All(other.Controls, control =>
        {
            string[] parts = Assert.Single(found[control.Name], one => IsAt(one[6], control));
            Assert.NotEqual("unknown", parts[0]);
            Assert.Equal(control.Value, parts[2]);
            Assert.Contains("showing", parts[9].Split(','));
        });
        Assert.Equal(["dial", "Density", "50 %", "0.5", "0", "1"], found["Density"].Single()[..6]);
        Assert.Equal("edit,default,menu", found["Density"].Single()[8]);
        Assert.Empty(_log);
    }

    [Fact]
    public void It_sets_values_and_switches()
    {
        ScreenReader reader = Open();
        Assert.Equal(["True"], reader.Ask("set Density 0.25"));
        reader.WaitFor("events", line => line.StartsWith("object:property-change:accessible-value|0|Density|", StringComparison.Ordinal));
        Assert.Equal(0.25f, _model.Parameters["density"]);
        Assert.Equal(["True"], reader.Ask("do toggle Snare mute"));
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:checked|1|Snare mute|", StringComparison.Ordinal));
        Assert.Equal(1f, _model.Parameters["snare-mute"]);
        reader.Ask("do default Density");
        reader.WaitFor("tree", line => line.StartsWith("dial|Density|50 %|0.5|", StringComparison.Ordinal));
        Assert.Empty(_log);
    }

    [Fact]
    public void It_follows_the_keyboard_and_chooses_in_menus()
    {
        ScreenReader reader = Open();
        _bus.Server.Do("mousemove 600 20 click 1 key Tab key Tab");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|", StringComparison.Ordinal));
        reader.Ask("focus Kit map");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|Kit map|", StringComparison.Ordinal));
        _bus.Server.Do("key Return");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|General MIDI|", StringComparison.Ordinal));
        reader.WaitFor("tree", line => line.StartsWith("list item|V-Drums|", StringComparison.Ordinal));
        _bus.Server.Do("key Down");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|V-Drums|", StringComparison.Ordinal));
        Assert.Equal(["True"], reader.Ask("do press V-Drums"));
        reader.WaitFor("tree", line => line.StartsWith("combo box|Kit map|V-Drums|1|", StringComparison.Ordinal));
        Assert.DoesNotContain(reader.Ask("tree"), line => line.StartsWith("menu|", StringComparison.Ordinal));
        Assert.Empty(_log);
    }

    [Fact]
    public void It_reads_what_is_typed()
    {
        ScreenReader reader = Open();
        reader.Ask("do press Save");
        reader.WaitFor("tree", line => line.StartsWith("entry|Name of the preset|", StringComparison.Ordinal));
        _bus.Server.Do("mousemove 600 20 key x key y");
        reader.WaitFor("text Name of the preset", line => line == "2|2|xy");
        Assert.Empty(_log);
    }

    [Fact]
    public void It_follows_a_search_and_the_steps_of_a_drum()
    {
        ScreenReader reader = Open();
        reader.Ask("do open Program");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|Funk 2 Syncopated, Funk|", StringComparison.Ordinal));
        _bus.Server.Do("mousemove 600 20 key 3");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|Funk 23", StringComparison.Ordinal));
        _bus.Server.Do("key Escape");
        reader.Ask("focus Pattern");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|Kick 1, hit|", StringComparison.Ordinal));
        _bus.Server.Do("key Right key space");
        reader.WaitFor("events", line => line.StartsWith("object:state-changed:focused|1|Kick 2, hit|", StringComparison.Ordinal));
        Assert.Equal("BassDrum 1 on", _model.Calls[^1]);
        Assert.Empty(_log);
    }

    [Fact]
    public void It_finds_what_lies_at_a_place()
    {
        ScreenReader reader = Open();
        using Hands other = new();
        ControlDescription control = other.Control("Swing");
        Assert.Equal(["Swing"], reader.Ask($"at {control.X + 20:0} {control.Y + 20:0}"));
    }

    [Fact]
    public void It_comes_and_goes_with_the_window_and_with_the_setting()
    {
        ScreenReader reader = Open();
        _bus.SetEnabled(false);
        reader.WaitForWindow(isThere: false);
        _bus.SetEnabled(true);
        reader.WaitForWindow(isThere: true);
        _window.Close();
        reader.WaitForWindow(isThere: false);
        Assert.Empty(_log);
    }

    [Fact]
    public void Opening_and_closing_leaks_nothing()
    {
        ScreenReader reader = Open();
        int before = 0;
        for (int count = 0; count < 200; count++)
        {
            _window.Close();
            if (count == 20)
            {
                reader.WaitForWindow(isThere: false);
                before = Files();
            }

            _window.Open(0, EditorView.SizeAt(0.25));
            if (count % 20 == 0)
            {
                reader.WaitForWindow(isThere: true);
            }
        }

        _window.Close();
        reader.WaitForWindow(isThere: false);
        Eventually.IsTrue(() => Files() <= before, () => $"{before} open files, not {Files()}");
        Assert.Empty(_log);
    }

    [Fact]
    public void Without_a_bus_the_window_opens_at_once()
    {
        using EditorView view = new(new FakeModel());
        using EditorWindow window = new(view, new EditQueue(), new RecordingHost(), _log.Add,
            setup => new X11EditorWindow(setup, _bus.Server.Display, "unix:path=/nowhere/bus"));
        window.Open(0, EditorView.SizeAt(1));
        Thread.Sleep(200);
        window.Close();
        Assert.Empty(_log);
    }

    public void Dispose()
    {
        _window?.Dispose();
        _view?.Dispose();
    }

    private static bool IsAt(string box, ControlDescription control)
    {
        double[] expected = [control.X, control.Y, control.Width, control.Height];
        double[] sides = [.. box.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(side => double.Parse(side, CultureInfo.InvariantCulture))];
        return sides.Length == expected.Length && sides.Zip(expected, (one, other) => Math.Abs(one - other)).All(way => way < 1);
    }

    private static int Files() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private ScreenReader Open()
    {
        ScreenReader reader = _bus.StartReader();
        _window.Open(0, EditorView.SizeAt(1));
        reader.WaitForWindow(isThere: true);
        return reader;
    }
}
