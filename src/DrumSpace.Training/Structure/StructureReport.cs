using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DrumSpace.Music.Structure;
using DrumSpace.Training.Evaluation.Plots;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Structure;

/// <summary>The structure of groups of songs side by side, as tables, as Markdown, as JSON and as drawings.</summary>
/// <param name="groups">At least one; their names differ. If the first has several songs, the others are compared with it.</param>
public sealed class StructureReport(IReadOnlyList<SongGroup> groups)
{
    private const int Lags = 64;
    private const string LagFile = "likeness-by-lag.svg", MatrixFile = "matrices.svg";

    /// <summary>The groups, in the order of the columns.</summary>
    public IReadOnlyList<SongGroup> Groups => groups;

    /// <summary>Whether the other groups are compared with the first.</summary>
    public bool HasSeparations => groups.Count > 1 && groups[0].Songs.Count > 1;

    /// <summary>The rows of the table of figures: a title, and a cell for each group.</summary>
    public IEnumerable<(string Title, IReadOnlyList<string> Cells)> Figures =>
        StructureMeasure.All.Select(measure => (measure.Title, (IReadOnlyList<string>)[.. groups.Select(measure.Text)]));

    /// <summary>The rows of the table that compares the groups with the first: a title, and a cell for each group but the first.</summary>
    public IEnumerable<(string Title, IReadOnlyList<string> Cells)> Separations =>
        StructureMeasure.All.Select(measure => (measure.Title, (IReadOnlyList<string>)
            [
                .. groups.Skip(1).Select(group =>
                    group.ExceedsAnother(measure.Of, groups[0]).ToString("0.00", CultureInfo.InvariantCulture)),
            ]));

    /// <summary>The report as Markdown: the tables, the meanings of the rows, and links to the drawings of <see cref="Write"/>.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new("# Structure\n\nMedians, with first and third quartiles.\n\n");
        text.Append(MarkdownTable.Of("", groups.Select(group => group.Title), Figures));
        if (HasSeparations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Compared with: {groups[0].Name}\n\n");
            text.Append("The probability that a song's figure exceeds that of one of those (area under the ROC curve): 0.50 is no ");
            text.Append("difference, 0.00 and 1.00 are complete separation.\n\n");
            text.Append(MarkdownTable.Of("", groups.Skip(1).Select(group => group.Name), Separations));
        }

        text.Append("\n## What the rows mean\n\n");
        text.Append("The similarity of bars is that of their onsets on the 16th grid: the mean of the Jaccard indices of drum hits and ");
        text.Append("of notes.\n\n");
        foreach (StructureMeasure measure in StructureMeasure.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{measure.Title}**: {measure.Meaning}\n");
        }

        return text.Append($"\n![Similarity by lag]({LagFile})\n\n![Self-similarity]({MatrixFile})\n").ToString();
    }

    /// <summary>The report as indented JSON: the figures of every song, and the comparison of each group with the first.</summary>
    public string ToJson()
    {
        JsonArray all = [];
        foreach (SongGroup group in groups)
        {
            JsonArray songs = [];
            foreach (MeasuredSong song in group.Songs)
            {
                JsonObject figures = FiguresOf(measure => measure.Of(song.Structure));
                figures.Insert(0, "name", song.Name);
                songs.Add(figures);
            }

            JsonObject one = new() { ["name"] = group.Name, ["songs"] = songs };
            if (HasSeparations && group != groups[0])
            {
                one["exceedsFirstGroup"] = FiguresOf(measure => group.ExceedsAnother(measure.Of, groups[0]));
            }

            one["likenessByLag"] = new JsonArray([.. group.SimilarityByLag(Lags).Select(value => (JsonNode)value)]);
            all.Add(one);
        }

        JsonObject root = new()
        {
            ["alike"] = SongStructure.RepeatThreshold,
            ["meanings"] = FiguresOf(measure => measure.Meaning),
            ["groups"] = all,
        };
        return root.ToJsonString(ReportFolder.Indented) + "\n";
    }

    /// <summary>Writes structure.md, structure.json and the drawings into a folder, which is created if it does not exist.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder) => ReportFolder.Write(
        folder,
        [
            ("structure.md", ToMarkdown()), ("structure.json", ToJson()), (LagFile, LagPlot()),
            (MatrixFile, SimilarityPlot.ToSvg(groups)),
        ]);

    private static JsonObject FiguresOf(Func<StructureMeasure, JsonNode?> of) =>
        new(StructureMeasure.All.Select(measure => KeyValuePair.Create(measure.Key, of(measure))));

    private string LagPlot()
    {
        LinePlot plot = new("Similarity of bars by distance", "bars apart", "mean similarity");
        foreach (SongGroup group in groups)
        {
            IReadOnlyList<double> similarity = group.SimilarityByLag(Lags);
            plot.Add(group.Name, [.. Enumerable.Range(1, similarity.Count).Select(lag => (double)lag)], similarity);
        }

        return plot.ToSvg();
    }
}
