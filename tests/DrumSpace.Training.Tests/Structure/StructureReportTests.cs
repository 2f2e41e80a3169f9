using System.Text.Json.Nodes;
using System.Xml.Linq;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Songs;
using DrumSpace.Music.Structure;
using DrumSpace.Training.Structure;

namespace DrumSpace.Training.Tests.Structure;

public class StructureReportTests
{
    private static readonly SongGroup Loops = Group("loops", 8, 8, 4), Walks = Group("walks", 1000);

    [Fact]
    public void A_group_exceeds_another_as_often_as_counted_by_hand()
    {
        // Shares of distinct bars: 8, 8 and 4 of 32 against 8 and 16 of 32: 2 ties of 6, the rest lower.
        SongGroup others = Group("others", 8, 16);
        Assert.Equal(1 / 6.0, Loops.ExceedsAnother(song => song.DistinctBars, others), 12);
        Assert.Equal(5 / 6.0, others.ExceedsAnother(song => song.DistinctBars, Loops), 12);
        Assert.Equal(0.5, Loops.ExceedsAnother(song => song.DistinctBars, Loops), 12);
    }

    [Fact]
    public void The_tables_have_medians_and_quartiles_and_compare_groups_with_the_first()
    {
        string text = new StructureReport([Loops, Walks]).ToMarkdown();
        Assert.Contains("| | loops (3) | walks |\n| --- | ---: | ---: |\n| bars | 32 [32, 32] | 32 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| distinct bars | 25 % [19 %, 25 %] | 100 % |", text, StringComparison.Ordinal);
        Assert.Contains("## Compared with: loops", text, StringComparison.Ordinal);
        Assert.Contains("| repeated passages | 0.00 |", text, StringComparison.Ordinal);
        Assert.All(StructureMeasure.All, measure => Assert.Contains($"- **{measure.Title}**: ", text, StringComparison.Ordinal));
        Assert.DoesNotContain("Compared with", new StructureReport([Walks, Loops]).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_has_every_song_and_the_lags()
    {
        JsonNode json = JsonNode.Parse(new StructureReport([Loops, Walks]).ToJson())!;
        Assert.Equal(3, json["groups"]![0]!["songs"]!.AsArray().Count);
        Assert.Equal(0.25, (double)json["groups"]![0]!["songs"]![0]!["different"]!);
        Assert.Equal(1, (double)json["groups"]![1]!["exceedsFirstGroup"]!["different"]!);
        Assert.Null(json["groups"]![0]!["exceedsFirstGroup"]);

        // Lag 4: the song of four bars alone repeats; lag 8: all three. Beyond three quarters of the songs there is nothing.
        Assert.Equal(1 / 3.0, (double)json["groups"]![0]!["likenessByLag"]![3]!, 12);
        Assert.Equal(1, (double)json["groups"]![0]!["likenessByLag"]![7]!);
        Assert.Equal(24, json["groups"]![0]!["likenessByLag"]!.AsArray().Count);
    }

    [Fact]
    public void Matrices_are_drawn_completely()
    {
        XElement svg = XElement.Parse(SimilarityPlot.ToSvg([Loops, Walks]));
        XNamespace name = svg.GetDefaultNamespace();
        string[] cells = [.. svg.Elements(name + "path").Select(path => (string)path.Attribute("d")!)];

        // The song that never repeats has its diagonal alone: 32 cells of the darkest shade, the last of its shades.
        Assert.Equal(32, cells[^1].Count(c => c == 'M'));
        Assert.Equal(string.Concat(Enumerable.Range(0, 32).Select(bar => $"M{bar} {bar}h1v1h-1z")), cells[^1]);
        Assert.Equal(2, svg.Elements(name + "line").Count());
        Assert.Contains(svg.Elements(name + "text"), text => text.Value == "walks");
    }

    [Fact]
    public void Files_are_written_and_linked()
    {
        using TemporaryFolder folder = new();
        StructureReport report = new([Loops]);
        IReadOnlyList<string> files = report.Write(Path.Combine(folder.Path, "new"));
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(folder.Path, "new", file))));
        Assert.All(files.Where(file => file.EndsWith(".svg", StringComparison.Ordinal)), file =>
            Assert.Contains($"]({file})", report.ToMarkdown(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_shuffled_song_has_the_same_bars_and_no_passages()
    {
        MeasuredSong song = Song("song", 16), shuffled = song.Shuffled(5);
        Assert.Equal((1, 0.5), (song.Structure.RepeatedPassages, song.Structure.DistinctBars));
        Assert.Equal((0, 0.5), (shuffled.Structure.RepeatedPassages, shuffled.Structure.DistinctBars));
        Assert.Equal(shuffled.Structure, song.Shuffled(5).Structure);
    }

    [Fact]
    public void Short_songs_are_not_measured() =>
        Assert.Null(MeasuredSong.Of("short", new SongBars([.. Enumerable.Range(0, 31).Select(_ => new SongBar())], [])));

    [Fact]
    public void Songs_with_a_form_repeat_more_than_songs_without()
    {
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        (IReadOnlyList<MeasuredSong> planned, IReadOnlyList<MeasuredSong> unplanned) = SongTrial.Make(bundle, 3, 1);
        Assert.Equal((3, 3), (planned.Count, unplanned.Count));
        Assert.True(planned.Min(song => song.Structure.RepeatedPassages) > unplanned.Max(song => song.Structure.RepeatedPassages) + 0.3);
        Assert.True(planned.Min(song => song.Structure.LagContrast) > 2 * unplanned.Max(song => song.Structure.LagContrast));
        Assert.Equal(planned[0].Structure, SongTrial.Make(bundle, 1, 1).Planned[0].Structure);
        Assert.Equal("Intro", planned[0].Marks[0].Text);
        Assert.Empty(unplanned[0].Marks);
    }

    private static SongGroup Group(string name, params int[] periods) =>
        new(name, [.. periods.Select(period => Song($"every {period}", period))]);

    private static MeasuredSong Song(string name, int period)
    {
        SelfSimilarity similarity = SelfSimilarity.From(32, (row, column) => (column - row) % period == 0 ? 1 : 0);
        return new MeasuredSong(name, similarity, SongStructure.Of(similarity), period == 4 ? [(0, "A"), (16, "B")] : []);
    }
}
