using System.Text;
using System.Text.Json;
using DrumSpace.Engine.Slots;
using DrumSpace.Music;
using DrumSpace.Plugin.Files;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Tests.Presets;

public class PresetJsonTests
{
    [Fact]
    public void A_preset_is_what_a_musician_would_write()
    {
        PluginProgram program = new("Süß");
        program[0] = 0.123f;
        program[ParameterTable.Rate] = 1;
        program[ParameterTable.Swing] = 0.64f;
        program[ParameterTable.Seed] = ParameterTable.Seed.Range.NormalizedOf(12);
        string text = Encoding.UTF8.GetString(PresetJson.Write(new UserPreset(program) { Genre = "Jazz", Model = "Flagship" }));
        const string expected = """
            {
              "format": 1,
              "name": "Süß",
              "genre": "Jazz",
              "model": "Flagship",
              "values": {
                "z1": 0.123,
                "z2": 0.5,
                "z3": 0.5,
                "z4": 0.5,
                "swing": 0.64,
                "time": "double",
                "seed": "12"
              }
            }

            """;
        Assert.Equal(expected, text);
    }

    [Fact]
    public void What_a_musician_wrote_with_comments_and_in_units_is_read()
    {
        UserPreset preset = Parse("""
            { // mine
              "format": 1, "name": "A", "author": "me",
              "values": { "z1": 0.25, "swing": "62.5 %", "time": "HALF", "seed": "3", "fill-at": "8 bars", "kick-chance": 1, },
              "slots": { "3": { "knobs": [0, 0.25, 0.5, 1], "seed": 7 } },
            }
            """);
        PluginProgram program = preset.Program;
        Assert.Equal(("A", "me", null), (program.Name, preset.Author, preset.Model));
        Assert.Equal([0.25f, 0.5f, 0, 0.5f], ((Parameter[])[ParameterTable.Knobs[0], ParameterTable.Swing, ParameterTable.Rate, ParameterTable.FillInterval]).Select(parameter => program[parameter]));
        PatternSlot slot = preset.Slots!.Slots[2];
        Assert.Equal((true, 7, 0.25f), (slot.IsFilled, slot.Seed, slot.Knobs[1]));
    }

    [Theory]
    [InlineData("", "line 1: this is no JSON")]
    [InlineData("{\n \"a\": }", "line 2: this is no JSON")]
    [InlineData("[]", "$: an object is expected")]
    [InlineData("{}", "$: format is missing")]
    [InlineData("{'format':0,'name':'A','values':{}}", "$.format: it is no whole number of 1 to 2147483647")]
    [InlineData("{'format':1,'name':'A'}", "$: values is missing")]
    [InlineData("{'format':2,'name':'A','values':{'z1':2}}", "$.values.z1: it is no number of 0 to 1")]
    [InlineData("{'format':1,'name':'','values':{}}", "$.name: a text here has 1 to 23 characters")]
    [InlineData("{'format':1,'name':'üüüüüüüüüüüü','values':{}}", "$.name: a name has 1 to 23 bytes")]
    [InlineData("{'format':1,'name':'\\ud800','values':{}}", "$.name: the text is no Unicode")]
    [InlineData("{'format':1,'name':'A','values':{},'colour':1}", "$.colour: this version knows no such field")]
    [InlineData("{'format':1,'name':'A','name':'B','values':{}}", "$.name: it is there twice")]
    [InlineData("{'format':1,'name':'A','values':{'z5':0}}", "$.values.z5: this version knows no such parameter of programs")]
    [InlineData("{'format':1,'name':'A','values':{'kit':0}}", "$.values.kit: this version knows no such parameter of programs")]
    [InlineData("{'format':1,'name':'A','values':{'z1':1.5}}", "$.values.z1: it is no number of 0 to 1")]
    [InlineData("{'format':1,'name':'A','values':{'z1':1e99}}", "$.values.z1: it is no number of 0 to 1")]
    [InlineData("{'format':1,'name':'A','values':{'time':'never'}}", "$.values.time: the parameter has no such value")]
    [InlineData("{'format':1,'name':'A','values':{},'slots':{'9':{}}}", "$.slots.9: there is no such slot")]
    [InlineData("{'format':1,'name':'A','values':{},'slots':{'1':{'seed':1}}}", "$.slots.1: knobs is missing")]
    [InlineData("{'format':1,'name':'A','values':{},'slots':{'1':{'knobs':[0],'seed':1}}}", "$.slots.1.knobs: 4 numbers are expected")]
    [InlineData("{'format':1,'name':'A','values':{},'slots':{'1':{'knobs':[0,0,0,'a'],'seed':1}}}", "$.slots.1.knobs[3]: it is no number of 0 to 1")]
    [InlineData("{'format':1,'name':'A','values':{},'locks':{'kick':{}}}", "$.locks.kick: threshold is missing")]
    [InlineData("{'format':1,'name':'A','values':{},'locks':{'gong':{}}}", "$.locks.gong: there is no such voice")]
    [InlineData("{'format':1,'name':'A','values':{},'fingerprint':'12'}", "$.fingerprint: a text here has 64 to 64 characters")]
    public void What_is_no_preset_is_refused_with_its_place(string text, string reason)
    {
        UserFileException error = Assert.Throws<UserFileException>(() => Parse(text.Replace('\'', '"')));
        Assert.StartsWith($"x.json: {reason}", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_preset_of_a_newer_format_is_read_as_far_as_it_is_known_and_written_again_with_the_rest()
    {
        const string row = """{ "threshold": 0.5, "hits": "x-------x-------x-------x-------", "probabilities": [ZEROES], "accent": 3 }""";
        string text = """
            {
              "format": 7, "name": "A", "tags": ["dark", { "deep": 1.50 }],
              "values": { "z1": 0.25, "warp": 0.75, "time": "triple", "swing": "62.5 %", "mood": "blue" },
              "slots": { "3": { "knobs": [0, 0.25, 0.5, 1], "seed": 7, "tempo": 90 }, "12": { "knobs": [] } },
              "locks": { "kick": ROW, "gong": {} }
            }
            """.Replace("ROW", row, StringComparison.Ordinal).Replace("ZEROES", string.Join(", ", Enumerable.Repeat("0", 32)), StringComparison.Ordinal);
        UserPreset preset = Parse(text);
        Assert.Equal(
            (0.25f, 0.5f, ParameterTable.Rate.Default),
            (preset.Program[0], preset.Program[ParameterTable.Swing], preset.Program[ParameterTable.Rate]));
        Assert.Equal([("warp", 0.75f)], preset.Program.Unknown);
        Assert.Equal((true, 1), (preset.Slots!.Slots[2].IsFilled, preset.Slots.Pins.Voices));

        using JsonDocument again = JsonDocument.Parse(PresetJson.Write(preset with { Author = "me" }));
        JsonElement root = again.RootElement;
        Assert.Equal((7, "me"), (root.GetProperty("format").GetInt32(), root.GetProperty("author").GetString()));
        Assert.Equal("""["dark",{"deep":1.50}]""", Compact(root.GetProperty("tags")));
        Assert.Equal(
            ("triple", "blue", 0.75), (Value("time").GetString(), Value("mood").GetString(), Value("warp").GetDouble()));
        JsonElement slots = root.GetProperty("slots"), locks = root.GetProperty("locks");
        Assert.Equal(("90", """{"knobs":[]}"""), (Compact(slots.GetProperty("3").GetProperty("tempo")), Compact(slots.GetProperty("12"))));
        Assert.Equal(("3", "{}"), (Compact(locks.GetProperty("kick").GetProperty("accent")), Compact(locks.GetProperty("gong"))));
        Assert.Equal(PresetJson.Write(preset), PresetJson.Write(Parse(Encoding.UTF8.GetString(PresetJson.Write(preset)))));

        JsonElement Value(string id) => root.GetProperty("values").GetProperty(id);
        static string Compact(JsonElement element) => string.Concat(element.GetRawText().Where(character => !char.IsWhiteSpace(character)));
    }

    [Fact]
    public void A_program_with_values_of_a_newer_version_is_written_as_of_a_newer_format()
    {
        UserPreset preset = new(new PluginProgram("A") { Unknown = [("warp", 0.75f)] });
        UserPreset read = Parse(Encoding.UTF8.GetString(PresetJson.Write(preset)));
        Assert.Equal([("warp", 0.75f)], read.Program.Unknown);
    }

    [Fact]
    public void Every_preset_reads_back_to_the_last_bit()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int trial = 0; trial < 300; trial++)
        {
            UserPreset preset = Random(random);
            byte[] written = PresetJson.Write(preset);
            UserPreset read = PresetJson.Parse(written, "x.json");
            for (int index = 0; index < ParameterTable.Count; index++)
            {
                bool isSame = !ParameterTable.All[index].BelongsToProgram || preset.Program[index] == read.Program[index];
                Assert.True(isSame, $"Seed {seed}, trial {trial}: {ParameterTable.All[index].Name} became {read.Program[index]}.");
            }

            Assert.True(written.AsSpan().SequenceEqual(PresetJson.Write(read)), $"Seed {seed}, trial {trial}: it is written otherwise.");
        }
    }

    [Fact]
    public void Whatever_the_bytes_a_preset_is_read_whole_or_refused_in_one_line()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        int read = 0;
        for (int trial = 0; trial < 1000; trial++)
        {
            byte[] bytes = PresetJson.Write(Random(random));
            for (int count = random.Next(1, 3); count > 0; count--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)"0123456789 .,x-"[random.Next(15)];
            }

            try
            {
                UserPreset preset = PresetJson.Parse(random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, "x.json");
                PresetJson.Parse(PresetJson.Write(preset), "y.json");
                read++;
            }
            catch (UserFileException e)
            {
                Assert.True(e.Message.StartsWith("x.json: ", StringComparison.Ordinal), $"Seed {seed}, trial {trial}: {e.Message}");
            }
        }

        Assert.True(read > 50, $"Seed {seed}: nothing was read.");
    }

    internal static UserPreset Random(Random random)
    {
        PluginProgram program = new($"P{random.Next(1000)}");
        for (int index = 0; index < ParameterTable.Count; index++)
        {
            Parameter parameter = ParameterTable.All[index];
            program[index] = random.Next(3) switch
            {
                0 => parameter.Default,
                1 when parameter.Range.IsStepped => parameter.Range.AtStep(random.Next(parameter.Range.StepCount)),
                _ => random.NextSingle(),
            };
        }

        PatternSlots memory = new();
        if (random.Next(4) == 0)
        {
            Lock(memory.Pins);
            PatternSlot slot = memory.Slots[random.Next(8)];
            slot.IsFilled = true;
            slot.Knobs = new Knobs(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            slot.Seed = random.Next(1, 1001);
            Lock(slot.Pins);
        }

        return new UserPreset(program)
        {
            Genre = random.Next(2) == 0 ? "" : "Bébop \"1\"",
            Model = random.Next(2) == 0 ? null : "Paper <AE>",
            Slots = UserPreset.IsEmpty(memory) ? null : memory,
        };

        void Lock(PinnedRows rows) => rows.Pin(
            random.Next(14), random.NextSingle(), (uint)random.NextInt64(1L << 32), [.. Enumerable.Range(0, 32).Select(_ => random.NextSingle())]);
    }

    private static UserPreset Parse(string text) => PresetJson.Parse(Encoding.UTF8.GetBytes(text), "x.json");
}
