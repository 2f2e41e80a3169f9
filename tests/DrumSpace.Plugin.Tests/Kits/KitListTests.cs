using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Plugin.Kits;

namespace DrumSpace.Plugin.Tests.Kits;

public sealed class KitListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-kits-").FullName;
    private readonly List<string> _log = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_places_of_what_the_library_brings_never_change()
    {
        KitList list = new([], _log.Add);
        string[] expected =
        [
            "GM", "V-Drums", "SD3", "EZdrum", "AD2", "SSD5", "MTPower", "GGD MM", "LABS", "H2 Rock", "AVL", "DRSKit", "Volca", "DrmBrut",
        ];
        Assert.Equal(expected, Enumerable.Range(0, KitList.BroughtCount).Select(list.TextOf));
        Assert.All(Enumerable.Range(expected.Length, KitList.PlaceCount - expected.Length), place => Assert.Null(list[place]));
        Assert.Empty(_log);
    }

    [Fact]
    public void The_first_is_General_MIDI() => Assert.True(new KitList([], _log.Add)[0]!.Matches(KitMap.GeneralMidi));

    // By hand from the documents that the files name.
    [Theory]
    [InlineData("V-Drums", "36 38 42 43 45 46 48 49 51")]
    [InlineData("SD3", "36 38 42 41 45 46 48 49 51")]
    [InlineData("AD2", "36 38 51 65 67 56 69 77 60")]
    [InlineData("GGD MM", "36 37 49 46 45 53 42 58 73")]
    [InlineData("LABS", "36 38 42 43 45 46 45 49 47")] // two toms: the mid tom is played by the other
    [InlineData("H2 Rock", "36 38 42 41 43 46 45 49 51")]
    [InlineData("DrmBrut", "36 38 42 47 47 43 45 48 48")]
    public void A_library_gets_the_notes_that_its_document_tells(string text, string notes)
    {
        KitList list = new([], _log.Add);
        KitMap map = list[Enumerable.Range(0, KitList.PlaceCount).First(place => list.TextOf(place) == text)]!;
        Assert.Equal(notes, string.Join(' ', map.Notes[..9].ToArray()));
    }

    [Fact]
    public void No_library_without_percussion_gets_a_note_that_it_uses_for_something_else()
    {
        // 60 and 61 are hi-hats of Superior Drummer, a crash and maracas of AVL, rides of Addictive Drums.
        KitList list = new([], _log.Add);
        foreach (KitMap map in Enumerable.Range(1, KitList.BroughtCount - 1).Select(place => list[place]!))
        {
            for (Voice voice = Voice.Vibraslap; voice <= Voice.LowConga; voice++)
            {
                bool isLacking = (map.MissingVoices >> (int)voice & 1) != 0;
                Assert.True(!isLacking || map.SubstituteOf(voice) != null, $"{map.Name}: {voice}");
            }
        }
    }

    [Fact]
    public void Every_file_names_its_document_and_has_a_place()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "presets", "kits"));
        Assert.Equal(KitList.BroughtCount, files.Length);
        Assert.All(files, file =>
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.True(document.RootElement.GetProperty("source").GetString() is { Length: > 10 }, file);
        });
    }

    [Fact]
    public void Own_maps_come_behind_by_the_names_of_their_files_and_a_bad_one_is_left_out_in_one_line()
    {
        Write("b.json", """{ "format": 1, "name": "Second", "notes": { "kick": 1, "snare": 2 } }""");
        Write("a.json", """{ "format": 1, "name": "My First Kit", "notes": { "kick": 3, "snare": 4, "low-tom": 5 } }""");
        Write("c.json", """{ "format": 1, "name": "Bad", "notes": { "kick": 300 } }""");
        Write("d.txt", "no map");
        KitList list = new([Path.Combine(_folder, "missing"), _folder], _log.Add);
        Assert.Equal(["MFrstKt", "Second", null], Enumerable.Range(KitList.BroughtCount, 3).Select(list.TextOf));
        Assert.Equal(3, list[KitList.BroughtCount]!.NoteOf(Voice.BassDrum));
        Assert.Equal(3, _log.Count);
        Assert.StartsWith($"{Path.Combine(_folder, "a.json")}: closed-hat is lacking and plays the note of General MIDI, floor-tom is lacking and plays the note of low-tom", _log[0]);
        Assert.Equal($"{Path.Combine(_folder, "c.json")}: notes.kick: is no note from 0 to 127. The kit map is left out.", _log[2]);
        Assert.Equal(KitList.BroughtCount + 1, list.IndexOf(new KitList([_folder], _ => { })[KitList.BroughtCount + 1]!));
    }

    [Fact]
    public void What_finds_no_place_is_left_out_in_one_line()
    {
        for (int number = 0; number < 12; number++)
        {
            Write($"{number:00}.json", $$"""{ "format": 1, "name": "K{{number}}", "notes": {{AllVoices}} }""");
        }

        KitList list = new([_folder], _log.Add);
        Assert.Equal("K9", list.TextOf(KitList.PlaceCount - 1));
        Assert.Equal(2, _log.Count);
        Assert.All(_log, line => Assert.EndsWith("the kit map is left out, because all 24 places are taken.", line));
        Assert.Equal(-1, list.FirstEmpty);
    }

    private static string AllVoices => "{ " + string.Join(", ", Plugin.Parameters.VoiceNames.All.Select((voice, note) => $"\"{voice.Id}\": {note}")) + " }";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
