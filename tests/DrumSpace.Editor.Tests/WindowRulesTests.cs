using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Space;
using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Tests;

/// <summary>Rules that hold for the whole window.</summary>
public class WindowRulesTests
{
    private const float LeastSide = 24;
    private const double LeastContrast = 4.5;

    [Fact]
    public void No_target_is_smaller_than_24_pixels()
    {
        using Hands hands = new();
        string[] targets = ["button", "switch", "knob", "list", "choice", "number", "slider", "slot", "drag source"];
        Assert.All(
            hands.Controls.Where(control => targets.Contains(control.Role)),
            control => Assert.True(control.Width >= LeastSide && control.Height >= LeastSide, $"{control}"));
    }

    [Fact]
    public void Every_control_has_a_name_and_a_hint()
    {
        using Hands hands = new();
        hands.Click("All drums");
        Assert.All(
            hands.Controls.Where(control => control.Role is "button" or "knob" or "list" or "choice" or "slider" or "slot"),
            control => Assert.True(control.Name.Length > 0 && (control.Hint.Length > 0 || control.Name == "Program"), $"{control}"));
    }

    [Fact]
    public void No_controls_lie_over_each_other_or_beyond_the_window()
    {
        using Hands hands = new();
        ControlDescription[] controls = [.. hands.Controls.Where(control => control.Role is not ("map" or "plane" or "status"))];
        foreach (ControlDescription one in controls)
        {
            Assert.InRange(one.X + one.Width, 0, 1200);
            Assert.InRange(one.Y + one.Height, 0, 800);
            foreach (ControlDescription other in controls.Where(other => other != one))
            {
                Assert.False(
                    one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height,
                    $"{one} lies over {other}.");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Texts_have_contrast(bool isLight)
    {
        Theme theme = isLight ? Theme.Light : Theme.Dark;
        (SKColor Text, SKColor Ground)[] pairs =
        [
            (theme.Text, theme.Panel), (theme.Text, theme.Ground), (theme.Text, theme.Control), (theme.Text, theme.Well),
            (theme.Quiet, theme.Panel), (theme.Quiet, theme.Ground), (theme.Quiet, theme.Control), (theme.Quiet, theme.Well),
            (theme.Accent, theme.AccentGround), (theme.Accent, theme.Panel), (theme.Melody, theme.MelodyGround),
            (theme.Melody, theme.Panel), (theme.Warning, theme.Ground), (theme.Warning, theme.Panel), (theme.OnAccent, theme.Accent),
        ];
        Assert.All(pairs, pair => Assert.True(Contrast(pair.Text, pair.Ground) >= LeastContrast, $"{pair}"));
    }

    [Fact]
    public void Genres_of_a_family_share_a_colour_and_collections_are_grey()
    {
        Assert.Equal(Genres.FamilyOf("funk"), Genres.FamilyOf("soul"));
        Assert.Equal(GenreFamily.None, Genres.FamilyOf("simutrans"));
        Assert.Equal("hip-hop", Genres.NameOf("hiphop"));
    }

    [Fact]
    public void Painting_and_following_allocate_nothing_while_the_song_plays()
    {
        using Hands hands = new();
        using SKSurface surface = SKSurface.Create(new SKImageInfo(hands.Size.Width, hands.Size.Height));
        SKCanvas canvas = surface.Canvas;

        // All digits were shown once.
        hands.Model.Position = hands.Model.Position with { Bar = 1234567890 };
        hands.Paint();
        long before = 0;
        for (int frame = 0; frame < 400; frame++)
        {
            if (frame == 100)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            hands.Model.Position = hands.Model.Position with { Step = frame * 0.07 % 32, Bar = 17 + (frame / 60) };
            hands.Advance();
            hands.View.Paint(canvas, hands.Size);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Nothing_is_painted_while_nothing_moves()
    {
        using Hands hands = new();
        hands.Model.Position = hands.Model.Position with { IsPlaying = false };
        hands.Paint();
        hands.Advance();
        Assert.Equal(new FrameNeed(false, false), hands.Advance());
    }

    [Fact]
    public void The_whole_window_can_be_used_by_keys()
    {
        using Hands hands = new();
        hands.Model.Preferences = new EditorPreferences { TakesKeys = true };
        hands.Advance();
        Assert.True(hands.View.WantsKeys);
        for (int count = 0; count < 200; count++)
        {
            Assert.True(hands.Type(Key.Tab));
            hands.Paint();
        }

        Assert.False(hands.Type(Key.Other));
    }

    [Fact]
    public void Keys_stay_with_the_host_unless_something_is_open()
    {
        using Hands hands = new();
        Assert.False(hands.View.WantsKeys);
        hands.Click("Scale");
        Assert.True(hands.View.WantsKeys);
        hands.Click(600, 790);
        Assert.False(hands.View.WantsKeys);
    }

    [Fact]
    public void What_is_set_once_lies_over_the_window_and_a_list_over_that()
    {
        using Hands hands = new();
        hands.Click("Settings");
        hands.Type(Key.End);
        hands.Type(Key.Enter);
        hands.Click("Softest velocity");
        hands.Type(Key.Down);
        hands.Type(Key.Enter);
        Assert.Contains("vel-low 0.067", hands.Model.Parameters.Edits);
        Assert.True(hands.View.WantsKeys);
        hands.Type(Key.Escape);
        Assert.False(hands.View.WantsKeys);
    }

    [Fact]
    public void No_zoom_is_offered_that_the_screen_does_not_hold()
    {
        using Hands hands = new();
        hands.Window.Screen = new PixelSize(1920, 1080);
        hands.Click("Settings");
        hands.Type("2");
        hands.Type(Key.Enter);
        Assert.Null(hands.Model.Preferences.Zoom);
    }

    [Fact]
    public void An_error_is_seen_wherever_the_pointer_rests_and_whatever_was_told_before()
    {
        using Hands hands = new();
        hands.Click("Copy place");
        hands.Model.Status = "No pattern was found";
        Assert.Equal("No pattern was found", hands.Control("Status").Value);
    }

    [Fact]
    public void A_zoom_is_asked_of_the_host_and_kept()
    {
        using Hands hands = new();
        hands.Click("Settings");
        hands.Type("1");
        hands.Type("1");
        hands.Type(Key.Enter);
        hands.Advance();
        Assert.Equal(1.25, hands.Model.Preferences.Zoom);
        Assert.Equal(["size 1500 x 1000"], hands.Window.Calls);
    }

    [Fact]
    public void Clicks_meet_what_is_painted_at_every_scale_and_shape()
    {
        using Hands hands = new(1.5);
        hands.Click("Next take");
        Assert.Contains("seed 0", hands.Model.Parameters.Edits);
    }

    private static double Contrast(SKColor one, SKColor other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SKColor color) =>
        (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    private static double Linear(byte level)
    {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
