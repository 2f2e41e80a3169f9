using System.Buffers.Binary;
using System.CommandLine;
using System.Text.Json.Nodes;
using DrumSpace.Cli.Commands;
using DrumSpace.Midi;

namespace DrumSpace.Cli.Tests;

public sealed class SongCommandTests : IDisposable
{
    private static readonly string Model = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-song").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Equal_seeds_write_equal_bytes_and_others_do_not()
    {
        byte[] first = Song("a", "--seed", "5");
        Assert.Equal(first, Song("a", "--seed", "5"));
        Assert.NotEqual(first, Song("a", "--seed", "6"));
        Assert.NotEqual(first, Song("a", "--seed", "5", "--groove", "0"));
    }

    [Fact]
    public void Form_bars_tempo_and_key_are_as_given()
    {
        MidiFile file = MidiFile.Read(Song("a", "--form", "I V C12 O", "--bars", "6", "--tempo", "93.5", "--key", "Ebm"), "a");
        TrackEvent tempo = file.Tracks[0].Events.ToArray().Single(one => one.Is(MetaType.Tempo));
        Assert.Equal(Math.Round(60e6 / 93.5), BinaryPrimitives.ReadInt32BigEndian([0, .. file.Tracks[0].PayloadOf(tempo)]));
        Assert.All(file.Tracks, track => Assert.Equal((2 + 6 + 12 + 2) * 4 * 480, track.EndTicks));
        TrackEvent key = file.Tracks[0].Events.ToArray().Single(one => one.IsMeta && one.Data1 == (byte)MetaType.KeySignature);
        Assert.Equal([0xFA, 1], file.Tracks[0].PayloadOf(key).ToArray());
        string[] lines = _output.ToString().Split('\n');
        Assert.Equal(
            ["1  Intro (2 bars)", "3  Verse (6 bars)", "9  Chorus (12 bars)", "21  Outro (2 bars)"],
            lines[..4].Select(line => line.Trim()));
        Assert.Contains("22 bars, 0:56, Eb minor", lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--form", "I V Q", "section 3, \"Q\": no such section")]
    [InlineData("--form", "", "it has no section")]
    [InlineData("--bars", "7", "--bars is an even number from 2 to 64")]
    [InlineData("--tempo", "5", "--tempo is a number from 20 to 400")]
    [InlineData("--tempo", "NaN", "--tempo is a number from 20 to 400")]
    [InlineData("--key", "H", "--key \"H\": no such key")]
    [InlineData("--groove", "101", "--groove is a number from 0 to 100")]
    public void A_wrong_option_gets_one_error_and_no_file(string option, string value, string message)
    {
        ParseResult arguments = SongCommand.Create().Parse(["--bundle", Model, "-o", "x.mid", option, value]);
        Assert.Contains(message, Assert.Single(arguments.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_and_unwritable_files_are_named_in_one_line()
    {
        string missing = Path.Combine(_folder, "none");
        Assert.Equal(1, Run("--bundle", missing, "-o", Path.Combine(_folder, "a.mid")));
        Assert.Contains(missing, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run("--bundle", Model, "-o", Path.Combine(missing, "a.mid")));
        string form = string.Join(' ', Enumerable.Repeat("V", 17));
        Assert.Equal(1, Run("--bundle", Model, "-o", Path.Combine(_folder, "a.mid"), "--bars", "64", "--form", form));
        Assert.Contains("1088 bars", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Structure_measures_files_and_made_songs_and_writes_its_report()
    {
        Song("mine", "--seed", "5");
        string report = Path.Combine(_folder, "report");
        Assert.Equal(0, Structure(Path.Combine(_folder, "mine.mid"), "--bundle", Model, "--songs", "2", "--json", "-o", report));
        string printed = _output.ToString();
        JsonNode json = JsonNode.Parse(printed[printed.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.Equal(["mine", "drumspace song", "without a plan"], json["groups"]!.AsArray().Select(group => (string)group!["name"]!));
        Assert.Equal("mine", (string)json["groups"]![0]!["songs"]![0]!["name"]!);
        Assert.Equal(72, (int)json["groups"]![0]!["songs"]![0]!["bars"]!);
        Assert.Equal(
            ["likeness-by-lag.svg", "matrices.svg", "structure.json", "structure.md"],
            Directory.GetFiles(report).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Structure_prints_tables_and_names_what_it_cannot_read()
    {
        Song("mine", "--seed", "5");
        Assert.Equal(0, Structure(Path.Combine(_folder, "mine.mid")));
        Assert.Contains("repeated passages", _output.ToString(), StringComparison.Ordinal);
        string broken = Path.Combine(_folder, "broken.mid");
        File.WriteAllText(broken, "no MIDI");
        Assert.Equal(1, Structure(broken));
        Assert.Contains(broken, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Structure("--corpus", Path.Combine(_folder, "none")));
        Assert.Contains("nothing to measure", Assert.Single(StructureCommand.Create().Parse([]).Errors).Message, StringComparison.Ordinal);
    }

    private byte[] Song(string name, params string[] arguments)
    {
        string path = Path.Combine(_folder, name + ".mid");
        Assert.Equal(0, Run(["--bundle", Model, "-o", path, .. arguments]));
        return File.ReadAllBytes(path);
    }

    private int Run(params string[] arguments) => Invoke(SongCommand.Create(), arguments);

    private int Structure(params string[] arguments) => Invoke(StructureCommand.Create(), arguments);

    private int Invoke(Command command, string[] arguments) =>
        command.Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
