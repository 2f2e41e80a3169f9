using DrumSpace.Editor.Model;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>The user's stars and preferences: they survive, and what is wrong with their files costs a line.</summary>
public class WindowFilesTests
{
    private static readonly EditorPreferences Liked = new() { Zoom = 1.25, IsLight = true, ClipBars = 16, HasTrackPerVoice = true };

    [Fact]
    public void Preferences_are_there_for_the_next_process()
    {
        using WindowFixture fixture = new();
        Assert.Equal(new EditorPreferences(), fixture.Services.Preferences.Current);
        Assert.False(File.Exists(fixture.PreferencesPath));
        fixture.Services.Preferences.Current = Liked;
        Assert.Equal(Liked, Anew(fixture).Current);
        Assert.Empty(fixture.Log);
    }

    [Fact]
    public void Preferences_are_written_only_when_they_changed()
    {
        using WindowFixture fixture = new();
        fixture.Services.Preferences.Current = Liked;
        File.Delete(fixture.PreferencesPath);
        fixture.Services.Preferences.Current = Liked with { };
        Assert.False(File.Exists(fixture.PreferencesPath));
    }

    [Fact]
    public void Preferences_beyond_their_ranges_are_limited()
    {
        using WindowFixture fixture = new();
        fixture.Services.Preferences.Current = new EditorPreferences { Zoom = 99, ClipBars = 1000 };
        Assert.Equal(new EditorPreferences { Zoom = EditorPreferences.MaxZoom, ClipBars = 64 }, Anew(fixture).Current);
        fixture.Services.Preferences.Current = new EditorPreferences { Zoom = double.NaN, ClipBars = -1 };
        Assert.Equal(new EditorPreferences { ClipBars = 1 }, Anew(fixture).Current);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "format": 1, "zoom": 99 }""")]
    [InlineData("""{ "format": 1, "light": 1 }""")]
    [InlineData("""{ "format": 1, "colour": "red" }""")]
    public void A_damaged_file_means_the_defaults_and_a_line_and_is_put_aside(string text)
    {
        using WindowFixture fixture = new();
        Write(fixture.PreferencesPath, text);
        Assert.Equal(new EditorPreferences(), fixture.Services.Preferences.Current);
        Assert.Contains(fixture.PreferencesPath, Assert.Single(fixture.Log));
        fixture.Services.Preferences.Current = Liked;
        Assert.Equal(Liked, Anew(fixture).Current);
        Assert.Equal(text, File.ReadAllText(fixture.PreferencesPath + ".damaged"));
    }

    [Fact]
    public void What_a_newer_version_added_survives()
    {
        using WindowFixture fixture = new();
        Write(fixture.PreferencesPath, """{ "format": 2, "colour": "red", "clipBars": 4 }""");
        Assert.Equal(4, fixture.Services.Preferences.Current.ClipBars);
        fixture.Services.Preferences.Current = Liked;
        Assert.Equal(Liked, Anew(fixture).Current);
        Assert.Contains("\"colour\": \"red\"", File.ReadAllText(fixture.PreferencesPath));
        Assert.Contains("\"format\": 2", File.ReadAllText(fixture.PreferencesPath));
        Write(fixture.StarsPath, """{ "format": 3, "stars": ["One"], "moons": [1] }""");
        fixture.Services.Stars.Set("Two", isStarred: true);
        Assert.Contains("moons", File.ReadAllText(fixture.StarsPath));
        Assert.Equal(["One", "Two"], StarsAnew(fixture).Names.Order(StringComparer.Ordinal));
        Assert.Empty(fixture.Log);
    }

    [Fact]
    public void Stars_survive_and_what_another_process_starred_is_kept()
    {
        using WindowFixture fixture = new();
        Assert.Empty(fixture.Services.Stars.Names);
        fixture.Services.Stars.Set("Rock", isStarred: true);
        ProgramStars other = StarsAnew(fixture);
        other.Set("Jazz \"ü\"", isStarred: true);
        fixture.Services.Stars.Set("Funk", isStarred: true);
        Assert.Equal(["Funk", "Jazz \"ü\"", "Rock"], StarsAnew(fixture).Names.Order(StringComparer.Ordinal));
        fixture.Services.Stars.Set("Rock", isStarred: false);
        Assert.Equal(["Funk", "Jazz \"ü\""], fixture.Services.Stars.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_one_line_and_the_choices_count_all_the_same()
    {
        using WindowFixture fixture = new();
        Write(Path.GetDirectoryName(fixture.StarsPath)!, "a file");
        Write(Path.GetDirectoryName(fixture.PreferencesPath)!, "a file");
        fixture.Services.Stars.Set("Rock", isStarred: true);
        fixture.Services.Stars.Set("Funk", isStarred: true);
        fixture.Services.Preferences.Current = Liked;
        Assert.Equal(["Funk", "Rock"], fixture.Services.Stars.Names.Order(StringComparer.Ordinal));
        Assert.Equal(Liked, fixture.Services.Preferences.Current);
        Assert.Contains(fixture.Log, line => line.Contains(fixture.StarsPath, StringComparison.Ordinal));
        Assert.InRange(fixture.Log.Count, 2, 4);
    }

    [Fact]
    public void A_path_becomes_a_URI_without_signs_that_have_a_meaning_there() =>
        Assert.Equal("file:///home/a%20b/Beat%201%20%2B%20%C3%BC%20%23%2C.mid", DesktopFiles.UriOf("/home/a b/Beat 1 + ü #,.mid"));

    private static WindowPreferences Anew(WindowFixture fixture) => new(fixture.PreferencesPath, fixture.Log.Add);

    private static ProgramStars StarsAnew(WindowFixture fixture) => new(fixture.StarsPath, fixture.Log.Add);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
