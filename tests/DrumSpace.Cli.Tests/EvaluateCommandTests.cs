using System.CommandLine;
using System.Text.Json.Nodes;
using DrumSpace.Cli.Commands;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-evaluate").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Models_and_samples_stand_in_one_table()
    {
        string bundle = WriteBundle("Model [a]", LatentPrior.StandardNormal);
        string samples = Write("mine.tsv", string.Join('\n', Enumerable.Range(0, 8).Select(Line)));
        Assert.Equal(
            0, Run("--bundle", bundle, "--samples", samples, samples, "--count", "50", "--json", "-o", Path.Combine(_folder, "report")));
        JsonArray evaluations = JsonNode.Parse(_output.ToString())!["evaluations"]!.AsArray();
        Assert.Equal(["Model [a]", "mine", "mine (2)"], evaluations.Select(evaluation => (string?)evaluation!["name"]));
        Assert.Equal([50, 8, 8], evaluations.Select(evaluation => (double)evaluation!["samples"]!));
        Assert.Equal(_output.ToString(), File.ReadAllText(Path.Combine(_folder, "report", "report.json")));
        Assert.True(File.Exists(Path.Combine(_folder, "report", "voices.svg")));
    }

    [Fact]
    public void Without_json_a_table_is_printed()
    {
        Assert.Equal(0, Run("--samples", Write("mine.tsv", Line(1))));
        Assert.Contains("pass the entropy filter", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("mine", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_seeds_print_equal_figures()
    {
        string bundle = WriteBundle("model", LatentPrior.StandardNormal);
        Assert.Equal(0, Run("--bundle", bundle, "--count", "100", "--json", "--seed", "5"));
        string first = _output.ToString();
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Run("--bundle", bundle, "--count", "100", "--json", "--seed", "5"));
        Assert.Equal(first, _output.ToString());
    }

    [Fact]
    public void A_bad_line_is_named()
    {
        string path = Write("bad.tsv", Line(1) + "\n1,2,3\n");
        Assert.Equal(1, Run("--samples", path));
        Assert.Contains($"{path}: line 2: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run("--samples", Write("empty.tsv", "\n")));
        Assert.Contains("empty.tsv: it has no patterns", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void A_missing_file_bundle_or_folder_is_named()
    {
        foreach (string option in new[] { "--samples", "--bundle" })
        {
            _error.GetStringBuilder().Clear();
            Assert.Equal(1, Run(option, Path.Combine(_folder, "nowhere")));
            Assert.Contains("nowhere", _error.ToString(), StringComparison.Ordinal);
        }

        _error.GetStringBuilder().Clear();
        Assert.Equal(1, Run("--samples", Write("mine.tsv", Line(1)), "--data", Path.Combine(_folder, "no-midi")));
        Assert.Contains("no-midi", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_prior_needs_data()
    {
        Assert.Equal(1, Run("--bundle", WriteBundle("unsaid", null)));
        Assert.Contains("unsaid", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_split_is_held_out_where_it_is_asked_for()
    {
        string data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data);
        Random random = new(3);
        ILookup<CorpusSplit, string> songs = Enumerable.Range(0, 90).Select(song => $"song{song}.mid").ToLookup(CorpusFile.SplitByName);
        foreach (string song in songs.SelectMany(split => split))
        {
            Pattern pattern = new([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(1 << 14))]);
            using FileStream file = File.Create(Path.Combine(data, song));
            PatternClip.ToMidiFile(pattern, new ClipForm()).Write(file);
        }

        // Each song has two windows: its two bars, and the second with silence after it. Song 8 is one of the test's.
        File.WriteAllText(Path.Combine(data, "song8.mid"), "not a MIDI file");
        (string, int) validation = ("validation", 2 * songs[CorpusSplit.Validation].Count());
        Assert.Equal(validation, HeldOut("--split", "validation"));
        Assert.Equal(validation, HeldOut());
        Assert.DoesNotContain("song8", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(("test", 2 * (songs[CorpusSplit.Test].Count() - 1)), HeldOut("--split", "test"));
        Assert.Contains("song8.mid: byte 0: ", _error.ToString(), StringComparison.Ordinal);

        (string, int) HeldOut(params string[] split)
        {
            _output.GetStringBuilder().Clear();
            Assert.True(Run(["--data", data, "--real", "4", "--json", .. split]) == 0, _error.ToString());
            JsonNode report = JsonNode.Parse(_output.ToString())!;
            return ((string)report["heldOutSplit"]!, (int)report["heldOutPatterns"]!);
        }
    }

    [Theory]
    [InlineData("nothing to measure")]
    [InlineData("--data", "--real", "10")]
    [InlineData("--count", "--samples", "x.tsv", "--count", "0")]
    public void Arguments_that_cannot_work_are_refused(string named, params string[] arguments) =>
        Assert.Contains(
            EvaluateCommand.Create().Parse(arguments).Errors,
            error => error.Message.Contains(named, StringComparison.Ordinal));

    private int Run(params string[] arguments) =>
        EvaluateCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });

    private static string Line(int shift) => string.Join(',', Enumerable.Range(shift, 32).Select(step => 1 << (step % 9)));

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string WriteBundle(string name, LatentPrior? prior)
    {
        string folder = Path.Combine(_folder, "bundle");
        string fixtures = Path.Combine(Repository.Root, "tests", "DrumSpace.Inference.Tests", "fixtures");
        BundleManifest manifest = new()
        {
            Name = name,
            Thresholds = [.. Enumerable.Repeat(0.5f, 14)],
            Quantiles = [.. Enumerable.Repeat<float[]>([-1, 1], 4)],
            Prior = prior,
        };
        BundleWriter.Write(folder, manifest, new Dictionary<string, byte[]>
        {
            [BundleFile.Decoder] = File.ReadAllBytes(Path.Combine(fixtures, "decoder.onnx")),
            [BundleFile.Encoder] = File.ReadAllBytes(Path.Combine(fixtures, "encoder.onnx")),
            [BundleFile.ModelCard] = "# test\n"u8.ToArray(),
        });
        return folder;
    }
}
