using DrumSpace.Midi.Clips;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Midi.Tests;

public sealed class DatasetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_order_does_not_depend_on_the_threads()
    {
        Random random = new(5);
        for (int i = 0; i < 60; i++)
        {
            WriteClip($"folder{i % 3}/{i}.mid", [.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(4))], repeats: 3);
        }

        Dataset alone = Dataset.Build(Source(1), threads: 1);
        Dataset together = Dataset.Build(Source(1), threads: 8);
        Assert.Equal(alone.Patterns, together.Patterns);
        Assert.Equal(alone.Summary, together.Summary);
        Assert.Equal((60, 0), (alone.Summary.FilesRead, alone.Summary.FilesRefused));
        Assert.Equal(alone.Patterns.ToHashSet().Count, alone.Patterns.Count);
        Assert.Equal(Source(1).ReadAll().SelectMany(file => file.Patterns).Distinct().Where(p => EntropyFilter.Passes(p)), alone.Patterns);
    }

    [Fact]
    public void Bad_files_are_listed_and_counted_and_the_rest_is_read()
    {
        WriteClip("b/good.MID", [.. Enumerable.Range(0, 32).Select(step => (ushort)(step % 4))], repeats: 1);
        Write("a/bad.mid", [.. "MThd"u8, 0, 0, 0, 6, 0, 9, 0, 1, 0, 96]);
        Write("c/empty.midi", []);
        Write("c/notes.txt", [1]);
        List<int> progress = [];
        Dataset dataset = Dataset.Build(Source(2), progress: progress.Add);
        Assert.Equal(new DatasetSummary(1, 2, 1, 1, 1, 1, new ReadingTally { Hits = 32 }), dataset.Summary);
        Assert.Equal([("bad.mid", 8L), ("empty.midi", 0L)], dataset.Refused.Select(one => (Path.GetFileName(one.Path), one.Offset!.Value)));
        Assert.Equal([1, 2, 3], progress);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_exception_of_the_callback_stops_all_threads_and_is_rethrown(int threads)
    {
        for (int i = 0; i < 40; i++)
        {
            WriteClip($"{i}.mid", new ushort[32], repeats: 1);
        }

        int calls = 0;
        Assert.Throws<TimeZoneNotFoundException>(() => Source(2).ForEach(
            (_, _, _, _) => Fail(ref calls), threads));
        Assert.InRange(calls, 1, threads);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => Source(2).ForEach((_, _, _, _) => { }, threads, null, cancelled.Token));
    }

    [Fact]
    public void Files_come_sorted_and_a_split_by_name_is_the_same_everywhere()
    {
        foreach (string name in (string[])["b.mid", "a/z.mid", "B.mid", "a/y.kar", "c/d/e.mid"])
        {
            Write(name, []);
        }

        Assert.Equal(
            ["B.mid", "a/y.kar", "a/z.mid", "b.mid", "c/d/e.mid"], new CorpusFolder(_folder).Files().Select(file => file.RelativePath));
        // Computed in Python: a change would move held-out songs into the training set.
        Assert.Equal(
            [4, 9, 18, 23, 34, 42], Enumerable.Range(0, 50).Where(i => CorpusFile.SplitByName($"song{i}.mid") == CorpusSplit.Validation));
        Assert.Equal([2, 8], Enumerable.Range(0, 50).Where(i => CorpusFile.SplitByName($"song{i}.mid") == CorpusSplit.Test));
        Assert.All(new CorpusFolder(_folder).Files(), file => Assert.Same(Kit.GeneralMidi, file.Kit));
    }

    [Fact]
    public void Grooves_info_csv_gives_kit_and_splits_and_leaves_out_fills()
    {
        Write(
            "info.csv",
            [.. "drummer,beat_type,midi_filename,split\nd,beat,one/a.mid,train\nd,fill,one/b.mid,train\nd,beat,one/c.mid,validation\n"u8]);
        foreach (string name in (string[])["one/a.mid", "one/b.mid", "one/c.mid"])
        {
            Write(name, []);
        }

        CorpusFile[] files = [.. new CorpusFolder(_folder).Files()];
        Assert.Equal(
            [("one/a.mid", CorpusSplit.Train), ("one/c.mid", CorpusSplit.Validation)],
            files.Select(file => (file.RelativePath, file.Split)));
        Assert.All(files, file => Assert.Same(Kit.VDrums, file.Kit));
    }

    [Theory]
    [InlineData("beat_type,midi_filename,split\nbeat,a.mid\n", "line 2: 2 columns instead of 3")]
    [InlineData("beat_type,midi_filename,split\nbeat,a.mid,train\nbeat,b.mid,often\n", "line 3: the split 'often'")]
    public void A_damaged_info_csv_is_refused_with_its_line(string text, string expected)
    {
        Write("info.csv", System.Text.Encoding.ASCII.GetBytes(text));
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => new CorpusFolder(_folder));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => new CorpusFolder(Path.Combine(_folder, "none")));
    }

    [Fact]
    public void The_research_data_has_Grooves_splits()
    {
        string? groove = Repository.Data("groove");
        Assert.SkipWhen(groove is null, "The research data is not beside this checkout.");

        // Counted in info.csv: beats of all time signatures.
        Dictionary<CorpusSplit, int> counts = new CorpusFolder(groove!).Files().CountBy(file => file.Split).ToDictionary();
        Assert.Equal((378, 48), (counts[CorpusSplit.Train], counts[CorpusSplit.Validation]));
        Assert.Equal(2, counts.Count);
    }

    private static void Fail(ref int calls)
    {
        Interlocked.Increment(ref calls);
        throw new TimeZoneNotFoundException();
    }

    private PatternSource Source(int hopBars) => new([new CorpusFolder(_folder)], hopBars);

    private void WriteClip(string name, ushort[] masks, int repeats)
    {
        using MemoryStream bytes = new();
        PatternClip.ToMidiFile(new Pattern(masks), new ClipForm { Repeats = repeats }).Write(bytes);
        Write(name, bytes.ToArray());
    }

    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
