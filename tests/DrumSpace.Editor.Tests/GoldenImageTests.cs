using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;
using DrumSpace.Editor.Model;
using SkiaSharp;

namespace DrumSpace.Editor.Tests;

/// <summary>
/// The window's pictures against those that were looked at and found good. To make them anew after a wanted change: run the tests with
/// DRUMSPACE_NEW_GOLDEN=1 and look at them.
/// </summary>
public class GoldenImageTests
{
    // Edges of glyphs differ between processors by a few levels; a moved line or a missing text differs by more pixels than this.
    private const int PixelTolerance = 40;
    private const double ShareTolerance = 0.0005;

    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Golden");

    [Fact]
    public void The_dark_window() => Check("dark", 1, _ => { });

    [Fact]
    public void The_light_window() => Check("light", 1, hands => hands.Model.Preferences = hands.Model.Preferences with { IsLight = true });

    [Fact]
    public void The_smallest_window() => Check("small", EditorPreferences.MinZoom, hands => hands.Model.Position = hands.Model.Position with { IsPlaying = false });

    [Fact]
    public void All_drums_without_a_melody() => Check("drums", 1, hands =>
    {
        hands.Model.Parameters["mel-on"] = 0;
        hands.Click("All drums");
        hands.Model.Status = "The built-in kit is down: only MIDI leaves the plugin.";
    });

    [Fact]
    public void A_list_that_is_open() => Check("list", 1, hands => hands.Click("Scale"));

    [Fact]
    public void The_program_browser() => Check("programs", 1, hands =>
    {
        hands.Click("Program");
        hands.Type("1");
    });

    [Fact]
    public void The_history() => Check("history", 1, hands => hands.Click("History"));

    [Fact]
    public void A_plane_for_a_model_without_a_map() => Check("plane", 1, hands => hands.Model.Map = null);

    [Fact]
    public void Found_beats_and_a_path() => Check("found", 1, hands =>
    {
        hands.Model.Path = [.. Enumerable.Range(0, 5).Select(index => hands.Model.Map!.Points[index].Knobs)];
        hands.View.Drop(["/beats/funk.mid"], 10, 10);
        hands.WaitFor("funk.mid: the most");
    });

    [Fact]
    public void A_place_under_the_pointer() => Check("hover", 1, hands => hands.Move(180, 160));

    [Fact]
    public void The_keyboard_on_a_knob() => Check("focus", 1, hands =>
    {
        hands.Model.Preferences = hands.Model.Preferences with { TakesKeys = true };
        hands.Click("Hats");
        hands.Type(Key.Tab);
    });

    private static void Check(string name, double scale, Action<Hands> prepare)
    {
        using Hands hands = new(scale);
        prepare(hands);
        hands.Paint();
        using SKImage image = hands.Paint().Snapshot();
        string file = System.IO.Path.Combine(Folder, $"{name}.png");
        if (Environment.GetEnvironmentVariable("DRUMSPACE_NEW_GOLDEN") == "1")
        {
            using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(file, png.ToArray());
        }

        using SKBitmap golden = SKBitmap.Decode(file);
        using SKBitmap painted = SKBitmap.FromImage(image);
        Assert.Equal((golden.Width, golden.Height), (painted.Width, painted.Height));
        int different = 0;
        for (int y = 0; y < golden.Height; y++)
        {
            for (int x = 0; x < golden.Width; x++)
            {
                SKColor one = golden.GetPixel(x, y), other = painted.GetPixel(x, y);
                int way = Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);
                different += way > PixelTolerance ? 1 : 0;
            }
        }

        Assert.InRange((double)different / (golden.Width * golden.Height), 0, ShareTolerance);
    }
}
