using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Sampling;

namespace DrumSpace.Cli.Tests;

public sealed class SampleCommandTests : IDisposable
{
    private const int Count = 60;
    private static readonly string Model = Path.Combine(Repository.Root, "presets", "models", "paper-ae");
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-sample").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_line_holds_what_the_model_decodes_at_its_latent()
    {
        Draw("a", "--count", $"{Count}");
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        PatternLine[] raw = Read("a", SampleFolder.RawFile);
        Assert.Equal(Count, raw.Length);
        foreach (PatternLine line in raw)
        {
            decoder.Decode(line.Latent!.Value, beat);
            Assert.Equal(beat.Pattern, line.Pattern);
        }
    }

    [Fact]
    public void A_point_gives_its_pattern_and_a_midi_file()
    {
        Draw("a", "--point", "drumspace:0.429,0.507,0.805,0.333;seed=12;var=0.25");
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        decoder.Decode(bundle.Mapping.ToLatent(new Knobs(0.429f, 0.507f, 0.805f, 0.333f)), beat, new PatternVariation(0.25, 12));
        Assert.Equal(beat.Pattern, Assert.Single(Read("a", SampleFolder.RawFile)).Pattern);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "a", SampleFolder.MidiFolder)));
        Assert.DoesNotContain("another model", _error.ToString(), StringComparison.Ordinal);
        Draw("c", "--point", "drumspace:0,0,0,0;model=00000000");
        Assert.Contains("note: the point was made with another model.", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run(["--bundle", Model, "-o", Path.Combine(_folder, "b"), "--point", "drumspace:0,0,0"]));
        Assert.Contains("A point has 4 knobs", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Varied_patterns_are_those_of_the_plugin_at_the_seeds_0_1_2_and_so_on()
    {
        Draw("a", "--count", "20", "--variation", "0.3");
        using ModelBundle bundle = ModelBundle.Load(Model);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        PatternLine[] raw = Read("a", SampleFolder.RawFile);
        int changed = 0;
        for (int seed = 0; seed < raw.Length; seed++)
        {
            decoder.Decode(raw[seed].Latent!.Value, beat, new PatternVariation(0.3, seed));
            Assert.Equal(beat.Pattern, raw[seed].Pattern);
            decoder.Decode(raw[seed].Latent!.Value, beat);
            changed += raw[seed].Pattern == beat.Pattern ? 0 : 1;
        }

        Assert.True(changed > 10);
    }

    [Fact]
    public void The_filtered_file_holds_the_raw_lines_that_pass_in_order()
    {
        Draw("a", "--count", $"{Count}");
        IEnumerable<string> raw = File.ReadLines(Path.Combine(_folder, "a", SampleFolder.RawFile));
        string[] passing = [.. raw.Where(line => EntropyFilter.Passes(PatternLine.Parse(line).Pattern))];
        Assert.NotEmpty(passing);
        Assert.Equal(passing, File.ReadLines(Path.Combine(_folder, "a", SampleFolder.FilteredFile)));
        Assert.Contains($"{Count} patterns sampled, {passing.Length} kept", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_filtered_pattern_has_a_clip_of_two_bars_that_reads_back_as_the_pattern()
    {
        Draw("a", "--count", $"{Count}");
        PatternLine[] kept = Read("a", SampleFolder.FilteredFile);
        string[] files = [.. Directory.GetFiles(Path.Combine(_folder, "a", SampleFolder.MidiFolder)).Order(StringComparer.Ordinal)];
        Assert.Equal(kept.Select(line => line.Pattern), files.Select(file => ClipReader.Read(file, Kit.GeneralMidi)));
        Assert.All(files, file => Assert.Equal(32 * 120, MidiFile.Read(file).Tracks.Single().EndTicks));
        string[] lines = Mido.Run(
            """
            import sys, mido
            midi = mido.MidiFile(sys.argv[1])
            events = mido.merge_tracks(midi.tracks)
            notes = [36, 38, 42, 41, 45, 46, 48, 49, 51, 58, 60, 61, 62, 64]
            now, steps, open = 0, [0] * 32, 0
            for message in events:
                now += message.time
                open += {"note_on": 1, "note_off": -1}.get(message.type, 0)
                if message.type == "note_on":
                    assert message.channel == 9 and now % (midi.ticks_per_beat // 4) == 0
                    steps[now * 4 // midi.ticks_per_beat] |= 1 << notes.index(message.note)
            print([message.name for message in events if message.type == "track_name"])
            print([(m.numerator, m.denominator) for m in events if m.type == "time_signature"], open, now / midi.ticks_per_beat)
            print(",".join(str(step) for step in steps))
            """,
            files[0]).Split('\n');
        Assert.Equal(["['Drums']", "[(4, 4)] 0 8.0", kept[0].ToString().Split('\t')[0]], lines);
    }

    [Fact]
    public void In_the_papers_format_each_filtered_pattern_has_a_midi_file_with_its_hits_three_times()
    {
        Draw("a", "--count", $"{Count}", "--paper-format");
        PatternLine[] kept = Read("a", SampleFolder.FilteredFile);
        string[] files = [.. Directory.GetFiles(Path.Combine(_folder, "a", SampleFolder.MidiFolder)).Order(StringComparer.Ordinal)];
        Assert.Equal(kept.Length, files.Length);
        for (int i = 0; i < kept.Length; i++)
        {
            Assert.Equal($"{i:D6}_{kept[i].ToString().Split('\t')[1]}.mid", Path.GetFileName(files[i]));
            Span<ushort> masks = new ushort[3 * Pattern.StepCount];
            foreach (TrackEvent midiEvent in MidiFile.Read(files[i]).Tracks[0].Events)
            {
                // The published form: three steps per quarter of 360 ticks.
                masks[(int)(midiEvent.Ticks / 120)] |= Kit.GeneralMidi.MaskOf(midiEvent.Data1);
            }

            for (int repeat = 0; repeat < 3; repeat++)
            {
                Assert.True(kept[i].Pattern.Masks.SequenceEqual(masks.Slice(repeat * Pattern.StepCount, Pattern.StepCount)), files[i]);
            }
        }
    }

    [Fact]
    public void Equal_seeds_write_equal_bytes_and_others_do_not()
    {
        Draw("a", "--count", $"{Count}", "--seed", "7");
        Draw("b", "--count", $"{Count}", "--seed", "7");
        Draw("c", "--count", $"{Count}", "--seed", "8");
        string[] files = Files("a");
        Assert.Equal(files, Files("b"));
        Assert.All(files, file => Assert.Equal(Bytes("a", file), Bytes("b", file)));
        Assert.NotEqual(Bytes("a", SampleFolder.RawFile), Bytes("c", SampleFolder.RawFile));
    }

    [Fact]
    public void Filtered_samples_until_enough_pass_and_begins_with_the_same_patterns()
    {
        Draw("a", "--count", $"{Count}");
        Draw("b", "--count", $"{Count}", "--filtered");
        string[] raw = File.ReadAllLines(Path.Combine(_folder, "a", SampleFolder.RawFile));
        Assert.Equal(Count, Read("b", SampleFolder.FilteredFile).Length);
        Assert.Equal(raw, File.ReadLines(Path.Combine(_folder, "b", SampleFolder.RawFile)).Take(raw.Length));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_unchanged()
    {
        File.WriteAllText(Path.Combine(_folder, "precious.txt"), "mine");
        Assert.Equal(1, Run("--bundle", Model, "-o", _folder));
        Assert.Contains($"{_folder}: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_missing_bundle_or_data_folder_is_named_and_nothing_written()
    {
        Assert.Equal(1, Run("--bundle", Path.Combine(_folder, "no-bundle"), "-o", Path.Combine(_folder, "a")));
        Assert.Equal(1, Run("--bundle", Model, "--data", Path.Combine(_folder, "no-midi"), "-o", Path.Combine(_folder, "a")));
        Assert.Contains("no-bundle", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no-midi", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1000001")]
    public void A_count_out_of_range_is_refused(string count) =>
        Assert.Contains(
            SampleCommand.Create().Parse(["--bundle", Model, "-o", "x", "--count", count]).Errors,
            error => error.Message.Contains("from 1 to 1000000", StringComparison.Ordinal));

    private int Run(params string[] arguments) =>
        SampleCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });

    private void Draw(string name, params string[] arguments) =>
        Assert.Equal(0, Run(["--bundle", Model, "-o", Path.Combine(_folder, name), .. arguments]));

    private PatternLine[] Read(string name, string file) => [.. PatternTsv.Read(Path.Combine(_folder, name, file))];

    private byte[] Bytes(string name, string file) => File.ReadAllBytes(Path.Combine(_folder, name, file));

    private string[] Files(string name)
    {
        string folder = Path.Combine(_folder, name);
        IEnumerable<string> files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        return [.. files.Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
    }
}
