using System.Text;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Kits;

namespace DrumSpace.Plugin.Tests.Kits;

public class KitFileTests
{
    private const string Good =
        """{ "format": 1, "name": "Studio", "text": "Stud", "source": "by ear", "notes": { "kick": 24, "hi-bongo": 0 }, "reads": { "25": "kick" } }""";

    [Fact]
    public void A_map_is_read_from_its_file()
    {
        (KitMap map, string? text) = KitFile.Parse("a.json", Encoding.UTF8.GetBytes(Good));
        Assert.Equal(("Studio", "Stud"), (map.Name, text));
        Assert.Equal((24, 0), (map.NoteOf(Voice.BassDrum), map.NoteOf(Voice.HiBongo)));
        Assert.True(map.TryFold(25, out Voice voice));
        Assert.Equal(Voice.BassDrum, voice);
        (map, text) = KitFile.Parse("a.json", """{ "format": 1, "name": "Ü", "notes": { "snare": 127 } }"""u8.ToArray());
        Assert.Equal(("Ü", null), (map.Name, text));
    }

    [Fact]
    public void A_drum_may_have_a_channel_of_its_own_and_a_drum_that_is_played_by_another_has_the_others()
    {
        (KitMap map, _) = KitFile.Parse(
            "a.json",
            """{ "format": 1, "name": "A", "notes": { "kick": 1, "open-hat": 2, "snare": 3 }, "channels": { "kick": 1, "open-hat": 16 } }"""u8.ToArray());
        Assert.Equal((1, 16, 16, 10), (Of(Voice.BassDrum), Of(Voice.OpenHiHat), Of(Voice.ClosedHiHat), Of(Voice.Snare)));
        int Of(Voice voice) => map.ChannelOf(voice, common: 10);
    }

    [Theory]
    [InlineData("", "line 1: this is no JSON")]
    [InlineData("{\n \"format\": 1,\n \"name\": }", "line 3: this is no JSON")]
    [InlineData("[]", "$: an object is expected")]
    [InlineData("""{ "name": "A", "notes": { "kick": 1 } }""", "$: format is missing")]
    [InlineData("""{ "format": 0, "name": "A", "notes": { "kick": 1 } }""", "$.format: it is no whole number of 1 to 2147483647")]
    [InlineData("""{ "format": "1", "name": "A", "notes": { "kick": 1 } }""", "$.format: it is no whole number")]
    [InlineData("""{ "format": 1, "notes": { "kick": 1 } }""", "$: name is missing")]
    [InlineData("""{ "format": 1, "name": "", "notes": { "kick": 1 } }""", "$.name: a text here has 1 to 64 characters")]
    [InlineData("""{ "format": 1, "name": 7, "notes": { "kick": 1 } }""", "$.name: a text is expected")]
    [InlineData("""{ "format": 1, "name": "A\n", "notes": { "kick": 1 } }""", "$.name: a text holds control characters")]
    [InlineData("""{ "format": 1, "name": "A\ud800", "notes": { "kick": 1 } }""", "$.name: the text is no Unicode")]
    [InlineData("""{ "format": 1, "name": "A", "text": "12345678", "notes": { "kick": 1 } }""", "$.text: a text here has 1 to 7 characters")]
    [InlineData("""{ "format": 1, "name": "A" }""", "$: notes is missing")]
    [InlineData("""{ "format": 1, "name": "A", "notes": {} }""", "$.notes: there is no voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": [36] }""", "$.notes: an object is expected")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "cowbell": 1 } }""", "$.notes.cowbell: there is no such voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "hi-b\ngo": 1 } }""", "$.notes: a text holds control characters")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 128 } }""", "$.notes.kick: it is no whole number of 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1.5 } }""", "$.notes.kick: it is no whole number of 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": null } }""", "$.notes.kick: it is no whole number of 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1, "kick": 2 } }""", "$.notes.kick: it is there twice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "reads": { "x": "kick" } }""", "$.reads.x: it is no note of 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "reads": { "5": 36 } }""", "$.reads.5: there is no such voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "channels": { "kick": 0 } }""", "$.channels.kick: it is no whole number of 1 to 16")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "channels": { "kick": 17 } }""", "$.channels.kick: it is no whole number of 1 to 16")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "channels": { "cowbell": 1 } }""", "$.channels.cowbell: there is no such voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "channels": [1] }""", "$.channels: an object is expected")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "colour": 3 }""", "$.colour: this version knows no such field")]
    public void A_bad_file_is_told_in_one_line_with_its_place(string json, string problem)
    {
        UserFileException e = Assert.Throws<UserFileException>(() => KitFile.Parse("my/kit.json", Encoding.UTF8.GetBytes(json)));
        Assert.StartsWith($"my/kit.json: {problem}", e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Of_a_newer_format_is_read_what_is_known()
    {
        (KitMap map, _) = KitFile.Parse(
            "a.json", """{ "format": 2, "name": "A", "chokes": 1, "notes": { "kick": 1, "gong": 2 }, "reads": { "5": "gong" } }"""u8.ToArray());
        Assert.Equal(1, map.NoteOf(Voice.BassDrum));
    }

    [Fact]
    public void An_error_is_one_line_although_it_quotes_a_line_break_of_the_file()
    {
        UserFileException error = Assert.Throws<UserFileException>(() => KitFile.Parse("a.json", "{ \"format\": nothing\n }"u8.ToArray()));
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Whatever_the_bytes_a_map_comes_of_them_or_one_line()
    {
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        int read = 0;
        for (int trial = 0; trial < 5000; trial++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Good);
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
            }

            try
            {
                (KitMap map, string? text) = KitFile.Parse("a.json", bytes);
                Assert.All(map.Notes.ToArray(), note => Assert.InRange(note, 0, 127));
                Assert.True(text is null or { Length: <= 7 }, $"Seed {seed}, trial {trial}: \"{text}\".");
                read++;
            }
            catch (UserFileException e)
            {
                Assert.True(e.Message.StartsWith("a.json: ", StringComparison.Ordinal) && !e.Message.Contains('\n'), $"Seed {seed}, trial {trial}: {e.Message}");
            }
        }

        Assert.True(read > 10, $"Seed {seed}: no map was ever read.");
    }
}
