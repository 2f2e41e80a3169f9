using System.Text;
using DrumSpace.Music;
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

    [Theory]
    [InlineData("", "line 1, byte 1: this is no JSON")]
    [InlineData("{\n \"format\": 1,\n \"name\": }", "line 3, byte 10: this is no JSON")]
    [InlineData("[]", "the file: is no JSON object")]
    [InlineData("""{ "name": "A", "notes": { "kick": 1 } }""", "format: is not 1")]
    [InlineData("""{ "format": 2, "name": "A", "notes": { "kick": 1 } }""", "format: is not 1")]
    [InlineData("""{ "format": "1", "name": "A", "notes": { "kick": 1 } }""", "format: is not 1")]
    [InlineData("""{ "format": 1, "notes": { "kick": 1 } }""", "name: is missing")]
    [InlineData("""{ "format": 1, "name": "", "notes": { "kick": 1 } }""", "name: has not 1 to 64 bytes")]
    [InlineData("""{ "format": 1, "name": 7, "notes": { "kick": 1 } }""", "name: is no text")]
    [InlineData("""{ "format": 1, "name": "A\n", "notes": { "kick": 1 } }""", "name: holds control characters")]
    [InlineData("""{ "format": 1, "name": "A\ud800", "notes": { "kick": 1 } }""", "a text in it is no UTF-8")]
    [InlineData("""{ "format": 1, "name": "A", "text": "12345678", "notes": { "kick": 1 } }""", "text: has not 1 to 7 ASCII characters")]
    [InlineData("""{ "format": 1, "name": "A" }""", "notes: is missing")]
    [InlineData("""{ "format": 1, "name": "A", "notes": {} }""", "notes: has no voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": [36] }""", "notes: is no JSON object")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "cowbell": 1 } }""", "notes.cowbell: is no voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "hi-b\ngo": 1 } }""", "notes.hi-b?go: is no voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 128 } }""", "notes.kick: is no note from 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1.5 } }""", "notes.kick: is no note from 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": null } }""", "notes.kick: is no note from 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1, "kick": 2 } }""", "notes.kick: is there twice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "reads": { "x": "kick" } }""", "reads.x: is no note from 0 to 127")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "reads": { "5": 36 } }""", "reads.5: names no voice")]
    [InlineData("""{ "format": 1, "name": "A", "notes": { "kick": 1 }, "colour": 3 }""", "colour: is not known")]
    public void A_bad_file_is_told_in_one_line_with_its_place(string json, string problem)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => KitFile.Parse("my/kit.json", Encoding.UTF8.GetBytes(json)));
        Assert.StartsWith($"my/kit.json: {problem}", e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void A_file_longer_than_any_map_is_refused() =>
        Assert.Throws<InvalidDataException>(() => KitFile.Parse("a.json", new byte[KitFile.MaxBytes + 1]));

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
            catch (InvalidDataException e)
            {
                Assert.True(e.Message.StartsWith("a.json: ", StringComparison.Ordinal) && !e.Message.Contains('\n'), $"Seed {seed}, trial {trial}: {e.Message}");
            }
        }

        Assert.True(read > 10, $"Seed {seed}: no map was ever read.");
    }
}
