using DrumSpace.Editor.Tests.Fakes;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests;

public sealed class FileBrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-browser").FullName;

    public FileBrowserTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "funk"));
        File.WriteAllText(Path.Combine(_folder, "funk", "one.mid"), "");
        File.WriteAllText(Path.Combine(_folder, "funk", "two.MIDI"), "");
        File.WriteAllText(Path.Combine(_folder, "funk", "notes.txt"), "");
    }

    [Fact]
    public void A_file_is_found_by_folder_and_search()
    {
        using Hands hands = new();
        hands.Click("Find my beat…");
        hands.Type(_folder);
        hands.Type(Key.Enter);
        hands.Type("fu");
        hands.Type(Key.Enter);
        hands.Type("tw");
        hands.Type(Key.Enter);
        SpinWait.SpinUntil(() => hands.Model.Calls.Count > 0, TimeSpan.FromSeconds(20));
        Assert.Equal([$"find {Path.Combine(_folder, "funk", "two.MIDI")}"], hands.Model.Calls);
        Assert.False(hands.View.WantsKeys);
    }

    [Fact]
    public void Only_MIDI_files_are_listed()
    {
        using Hands hands = new();
        hands.Click("Find my beat…");
        hands.Type(Path.Combine(_folder, "funk"));
        hands.Type(Key.Enter);
        hands.Type("notes");
        Assert.EndsWith("..", hands.Control("MIDI files").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_path_is_taken()
    {
        using Hands hands = new();
        hands.Click("Find my beat…");
        hands.Type(Path.Combine(_folder, "funk", "one.mid"));
        hands.Type(Key.Enter);
        SpinWait.SpinUntil(() => hands.Model.Calls.Count > 0, TimeSpan.FromSeconds(20));
        Assert.Equal([$"find {Path.Combine(_folder, "funk", "one.mid")}"], hands.Model.Calls);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
