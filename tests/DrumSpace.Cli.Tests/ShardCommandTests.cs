using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

/// <summary>`dataset build --shard` and `dataset merge`.</summary>
public sealed class ShardCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-shards").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public ShardCommandTests()
    {
        Random random = new(3);
        Directory.CreateDirectory(InFolder("songs"));
        for (int i = 0; i < 12; i++)
        {
            Pattern pattern = new([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(8))]);
            PatternClip.ToMidiFile(pattern, new ClipForm { Repeats = 2 }).Write(InFolder($"songs/{i}.mid"));
        }

        File.WriteAllBytes(InFolder("songs/bad.mid"), [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Merged_shards_are_the_file_and_the_summary_of_one_build()
    {
        string whole = Succeed("build", InFolder("songs"), "-o", InFolder("whole.tsv"), "--json");
        for (int index = 0; index < 3; index++)
        {
            Succeed("build", InFolder("songs"), "--shard", $"{index}/3", "-o", InFolder($"{index}.tsv"));
        }

        Assert.Equal(
            whole, Succeed("merge", InFolder("2.tsv"), InFolder("0.tsv"), InFolder("1.tsv"), "-o", InFolder("merged.tsv"), "--json"));
        Assert.Equal(File.ReadAllBytes(InFolder("whole.tsv")), File.ReadAllBytes(InFolder("merged.tsv")));
        string text = Succeed("merge", InFolder("0.tsv"), InFolder("1.tsv"), InFolder("2.tsv"), "-o", InFolder("merged.tsv"));
        Assert.Contains($"written         {InFolder("merged.tsv")}", text, StringComparison.Ordinal);
        Assert.Contains($"{InFolder("songs/bad.mid")}: byte 12: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_set_is_one_line_of_error_and_leaves_no_file()
    {
        Succeed("build", InFolder("songs"), "--shard", "0/2", "-o", InFolder("0.tsv"));
        _error.GetStringBuilder().Clear();
        Assert.Equal(1, Run("merge", InFolder("0.tsv"), "-o", InFolder("merged.tsv")));
        Assert.Equal(1, Run("build", InFolder("songs"), "--shard", "2/2", "-o", InFolder("2.tsv")));
        string[] lines = _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("error: 1 of 2 shards are missing: 1", lines[0]);
        Assert.Equal("error: '2/2' is not a shard: expected I/N, with I from 0 to N - 1 and N up to 10000", lines[1]);
        Assert.Equal(["0.tsv", "0.tsv.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_shard_is_named_with_the_reason()
    {
        Succeed("build", InFolder("songs"), "-o", InFolder("whole.tsv"));
        _error.GetStringBuilder().Clear();
        Assert.Equal(1, Run("merge", InFolder("whole.tsv"), "-o", InFolder("merged.tsv")));
        Assert.Equal(
            $"error: {InFolder("whole.tsv")}: not a shard of `dataset build --shard`: there is no whole.tsv.json beside it",
            _error.ToString().TrimEnd());
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private string Succeed(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Run(arguments));
        return _output.ToString();
    }

    private int Run(params string[] arguments) =>
        DatasetCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
