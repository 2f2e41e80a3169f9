using System.CommandLine;
using System.Text.Json.Nodes;
using DrumSpace.Cli.Commands;
using DrumSpace.Midi;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

/// <summary>`midi check`, `dataset build` and `filter`.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-corpus").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public CorpusCommandTests()
    {
        Pattern pattern = new([.. Enumerable.Range(0, 32).Select(step => (ushort)(step % 4))]);
        PatternClip.ToMidiFile(pattern, new ClipForm { Repeats = 3 }).Write(InFolder("good.mid"));
        File.WriteAllBytes(InFolder("bad.mid"), [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_prints_a_line_a_file_and_fails_when_one_is_bad()
    {
        Assert.Equal(0, Run(MidiCommand.Create(), "check", InFolder("good.mid")));
        Assert.Equal($"{InFolder("good.mid")}: ok{Environment.NewLine}", _output.ToString());
        _output.GetStringBuilder().Clear();
        Assert.Equal(1, Run(MidiCommand.Create(), "check", InFolder("bad.mid"), InFolder("good.mid"), InFolder("none.mid"), _folder));
        string[] lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Equal($"{InFolder("bad.mid")}: byte 12: the time division 0x0000 means no time", lines[0]);
        Assert.Equal($"{InFolder("good.mid")}: ok", lines[1]);
        Assert.StartsWith($"{InFolder("none.mid")}: ", lines[2], StringComparison.Ordinal);
        Assert.Equal($"{_folder}: a folder, not a file", lines[3]);
    }

    [Fact]
    public void Build_writes_the_patterns_and_counts_them_as_JSON()
    {
        string tsv = InFolder("dataset.tsv");
        Assert.Equal(0, Run(DatasetCommand.Create(), "build", _folder, "-o", tsv, "--hop-bars", "1", "--json"));
        JsonNode json = JsonNode.Parse(_output.ToString())!;
        string[] names = ["filesRead", "filesRefused", "windows", "windowsPassed", "unique", "uniquePassed"];

        // Six equal bars: five windows of one pattern, and a last one that ends in silence.
        Assert.Equal([1, 1, 6, 6, 2, 2], names.Select(name => (int)json[name]!));
        JsonNode refused = Assert.Single(json["refused"]!.AsArray())!;
        Assert.Equal((InFolder("bad.mid"), 12), ((string)refused["file"]!, (int)refused["offset"]!));
        Assert.Contains($"{InFolder("bad.mid")}: byte 12: ", _error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("0,1,2,3,0,1,2,3,", File.ReadAllText(tsv), StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Run(FilterCommand.Create(), tsv));
        Assert.Equal($"2 of 2 kept (100.00 %){Environment.NewLine}", _output.ToString());
    }

    [Fact]
    public void A_missing_or_damaged_file_is_one_line_of_error()
    {
        string none = InFolder("none");
        Assert.Equal(1, Run(DatasetCommand.Create(), "build", none, "-o", InFolder("dataset.tsv")));
        Assert.Equal(1, Run(FilterCommand.Create(), InFolder("bad.mid")));
        string[] lines = _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"error: {none}: no such folder", lines[0]);
        Assert.StartsWith($"error: {InFolder("bad.mid")}: line 1: ", lines[1], StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("dataset.tsv")));
    }

    [Fact]
    public void A_folder_without_a_MIDI_file_is_an_error_and_no_data_set()
    {
        string empty = Directory.CreateDirectory(InFolder("empty")).FullName;
        Assert.Equal(1, Run(DatasetCommand.Create(), "build", empty, "-o", InFolder("dataset.tsv")));
        Assert.Equal($"error: {empty}: there is no MIDI file here{Environment.NewLine}", _error.ToString());
        Assert.False(File.Exists(InFolder("dataset.tsv")));
    }

    [Fact]
    public void Build_tells_in_one_line_what_was_lost()
    {
        TrackChunk track = new();
        track.AddNote(0, 60, MidiChannel.Drums, 36, 100);
        track.AddNote(160, 60, MidiChannel.Drums, 38, 100);
        track.AddNote(480, 60, MidiChannel.Drums, 54, 100);
        string folder = Directory.CreateDirectory(InFolder("lossy")).FullName;
        new MidiFile(MidiFileFormat.SingleTrack, TimeDivision.Ppq(480)) { Tracks = { track } }.Write(Path.Combine(folder, "a.mid"));
        Assert.Equal(0, Run(DatasetCommand.Create(), "build", folder, "-o", InFolder("dataset.tsv"), "--json"));
        Assert.Equal(
            "drum notes that mean none of the fourteen drums: 1; hits more than a quarter of a 16th off the grid, rounded: 1; "
                + "hits read: 2.",
            _error.ToString().TrimEnd());
        Assert.Equal(1, (int)JsonNode.Parse(_output.ToString())!["tally"]!["withoutDrum"]!);
    }

    [Theory]
    [InlineData("ae", "3314 of 10000 kept (33.14 %)")]
    [InlineData("acai", "5844 of 10000 kept (58.44 %)")]
    public void Filter_keeps_as_much_of_the_published_samples_as_measured(string model, string expected)
    {
        string? path = Repository.Data($"drum_space/sampled10k_{model}_raw");
        Assert.SkipWhen(path is null, "The published samples are not beside this checkout.");
        Assert.Equal(0, Run(FilterCommand.Create(), path!));
        Assert.Equal(expected + Environment.NewLine, _output.ToString());
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private int Run(Command command, params string[] arguments) =>
        command.Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
