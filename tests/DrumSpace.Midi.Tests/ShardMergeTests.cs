using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

/// <summary>Shards of a corpus and their merge.</summary>
public sealed class ShardMergeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-shards").FullName;

    private string Corpus => Path.Combine(_folder, "corpus");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(1, 16)]
    public void Shards_in_any_order_give_the_bytes_and_counts_of_one_job(int hopBars, int count)
    {
        WriteCorpus(seed: 11, files: 90);
        AssertSameAsOneJob([Corpus], hopBars, count);
    }

    [Fact]
    public void Several_folders_with_equal_names_are_one_corpus()
    {
        WriteCorpus(seed: 12, files: 30);
        AssertSameAsOneJob([Path.Combine(Corpus, "0"), Path.Combine(Corpus, "1"), Path.Combine(Corpus, "0")], hopBars: 2, count: 4);
    }

    [Fact]
    public void More_shards_than_files_are_allowed()
    {
        WriteCorpus(seed: 13, files: 3);
        AssertSameAsOneJob([Corpus], hopBars: 1, count: 12);
    }

    [Fact]
    public void The_research_data_comes_out_the_same()
    {
        string?[] folders = [Repository.Data("groove"), Repository.Data("multitrack")];
        Assert.SkipWhen(folders.Contains(null), "The research data is not beside this checkout.");
        AssertSameAsOneJob(folders!, hopBars: 1, count: 5);
    }

    [Fact]
    public void Sets_of_shards_that_do_not_match_are_refused_with_the_reason()
    {
        WriteCorpus(seed: 14, files: 20);
        string[] four = [.. Enumerable.Range(0, 4).Select(index => WriteShard($"of4-{index}", index, 4))];
        string hopped = WriteShard("hopped", 1, 4, hopBars: 1);
        string ofFive = WriteShard("of5", 1, 5);
        string again = WriteShard("again", 2, 4);
        WriteClip("late.mid", new Random(1), repeats: 1);
        string other = WriteShard("other", 1, 4);

        AssertRefused("2 of 4 shards are missing: 1, 3", four[0], four[2]);
        AssertRefused($"{again}: shard 2/4, like {four[2]}", [.. four, again]);
        AssertRefused($"{four[0]}: shard 0/4, like {four[0]}", four[0], four[0]);
        AssertRefused($"{ofFive}: shard 1/5, but {four[0]} is 0/4: the numbers of shards must be equal", four[0], ofFive, four[2], four[3]);
        AssertRefused($"{hopped}: built with --hop-bars 1, but {four[0]} with 2: all must be the same", four[0], hopped, four[2], four[3]);
        AssertRefused(
            $"{other}: built from 21 files, but {four[0]} from 20, or in another order: all must be built from the same folders",
            four[0], other, four[2], four[3]);
    }

    [Fact]
    public void A_damaged_shard_is_refused_with_its_line_and_nothing_is_written()
    {
        WriteCorpus(seed: 15, files: 20);
        string[] shards = [.. Enumerable.Range(0, 2).Select(index => WriteShard($"{index}", index, 2))];
        string[] lines = File.ReadAllLines(shards[1]);
        string output = Path.Combine(_folder, "out.tsv");
        foreach ((string[] damaged, string expected) in new (string[], string)[]
        {
            (lines[..^1], $"{lines.Length - 1} patterns, but {lines.Length} by its summary"),
            ([lines[1], lines[0], .. lines[2..]], "line 2: out of order"),
            ([.. lines[..2], "1,2,3\t5\t6"], "line 3: "),
            ([.. lines[..2], lines[2][..lines[2].LastIndexOf('\t')]], "line 3: not a line of a shard"),
        })
        {
            File.WriteAllLines(shards[1], damaged);
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => ShardMerge.Open(shards).Write(output));
            Assert.StartsWith($"{shards[1]}: {expected}", error.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(_folder, "out.tsv*"));
        }

        File.WriteAllLines(shards[1], lines);
        Assert.Throws<InvalidDataException>(() => ShardMerge.Open(shards).Write(shards[0]));
        ShardMerge.Open(shards).Write(output);
        Assert.True(File.Exists(output));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format 2, but only 1 is known")]
    [InlineData("\"shard\": \"0/2\"", "\"shard\": \"2/2\"", "'2/2' is not a shard")]
    [InlineData("\"hopBars\": 2,", "", "hopBars")]
    [InlineData("\"hopBars\": 2", "\"hopBars\": \"two\"", "$.hopBars")]
    [InlineData("\"shard\": \"0/2\"", "\"shard\": null", "$.shard")]
    [InlineData("{", "", "LineNumber: 1")]
    public void A_damaged_summary_is_refused_with_the_position(string what, string with, string expected)
    {
        WriteCorpus(seed: 16, files: 4);
        string shard = WriteShard("0", 0, 2);
        string summary = ShardSummary.PathFor(shard);
        string text = File.ReadAllText(summary);
        int place = text.IndexOf(what, StringComparison.Ordinal);
        File.WriteAllText(summary, text[..place] + with + text[(place + what.Length)..]);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ShardMerge.Open([shard]));
        Assert.StartsWith(summary + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_without_its_summary_is_refused_by_name()
    {
        WriteCorpus(seed: 17, files: 4);
        string shard = WriteShard("0", 0, 1);
        File.Delete(ShardSummary.PathFor(shard));
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ShardMerge.Open([shard]));
        Assert.StartsWith($"{shard}: not a shard", error.Message, StringComparison.Ordinal);
    }

    private void AssertSameAsOneJob(string[] folders, int hopBars, int count)
    {
        CorpusFolder[] corpus = [.. folders.Select(folder => new CorpusFolder(folder))];
        Dataset whole = Dataset.Build(new PatternSource(corpus, hopBars));
        string expected = Path.Combine(_folder, "whole.tsv");
        PatternTsv.Write(expected, whole.Patterns.Select(pattern => new PatternLine(pattern)));
        Assert.NotEmpty(whole.Patterns);

        string[] shards = [.. Enumerable.Range(0, count).Select(index => Path.Combine(_folder, $"{index}.tsv"))];
        for (int index = 0; index < count; index++)
        {
            DatasetShard.Build(
                new PatternSource(corpus, hopBars, new CorpusShard(index, count)), threads: 1 + (index % 3)).Write(shards[index]);
        }

        string merged = Path.Combine(_folder, "merged.tsv");
        foreach (string[] order in (string[][])[shards, [.. shards.Reverse()], [.. shards[(count / 2)..], .. shards[..(count / 2)]]])
        {
            ShardMerge merge = ShardMerge.Open(order);
            Assert.Equal(whole.Summary, merge.Write(merged));
            Assert.Equal(whole.Refused, merge.Refused);
            Assert.Equal(File.ReadAllBytes(expected), File.ReadAllBytes(merged));
        }
    }

    private void AssertRefused(string expected, params string[] shards) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => ShardMerge.Open(shards)).Message);

    private string WriteShard(string name, int index, int count, int hopBars = 2)
    {
        string path = Path.Combine(_folder, name + ".tsv");
        DatasetShard.Build(new PatternSource([new CorpusFolder(Corpus)], hopBars, new CorpusShard(index, count))).Write(path);
        return path;
    }

    // Folders with equal names, patterns shared by many files or dropped by the filter, and a damaged file in ten.
    private void WriteCorpus(int seed, int files)
    {
        Random random = new(seed);
        for (int i = 0; i < files; i++)
        {
            string name = $"{i % 2}/{i / 2}.mid";
            if (i % 10 == 9)
            {
                Write(name, [.. "MThd"u8, 0, 0, 0, 6, 0, 9, 0, 1, 0, 96]);
            }
            else
            {
                WriteClip(name, new Random(random.Next(files / 2)), repeats: 1 + random.Next(3));
            }
        }
    }

    private void WriteClip(string name, Random random, int repeats)
    {
        int voices = random.Next(3);
        Pattern pattern = new([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(1, 2 << voices))]);
        using MemoryStream bytes = new();
        PatternClip.ToMidiFile(pattern, new ClipForm { Repeats = repeats }).Write(bytes);
        Write(name, bytes.ToArray());
    }

    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Corpus, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
