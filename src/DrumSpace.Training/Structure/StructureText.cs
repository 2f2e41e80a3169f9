using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DrumSpace.Music.Structure;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Structure;

/// <summary>A <see cref="StructureReport"/> as Markdown and as JSON.</summary>
internal static class StructureText
{
    /// <summary>The file of the similarity by lag.</summary>
    public const string LagFile = "likeness-by-lag.svg";

    /// <summary>The file of the self-similarity matrices.</summary>
    public const string MatrixFile = "matrices.svg";

    /// <summary>The report as Markdown.</summary>
    public static string ToMarkdown(StructureReport report)
    {
        IReadOnlyList<SongGroup> groups = report.Groups;
        StringBuilder text = new("# Structure\n\nMedians, with first and third quartiles.\n\n");
        text.Append(MarkdownTable.Of("", groups.Select(group => group.Title), report.Figures));
        if (report.HasSeparations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Compared with: {groups[0].Name}\n\n");
            text.Append("The probability that a song's figure exceeds that of one of those (area under the ROC curve): 0.50 is no ");
            text.Append("difference, 0.00 and 1.00 are complete separation.\n\n");
            text.Append(MarkdownTable.Of("", groups.Skip(1).Select(group => group.Name), report.Separations));
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

    /// <summary>The report as indented JSON.</summary>
    public static string ToJson(StructureReport report)
    {
        JsonArray all = [];
        foreach (SongGroup group in report.Groups)
        {
            JsonArray songs = [];
            foreach (MeasuredSong song in group.Songs)
            {
                JsonObject figures = Figures(measure => measure.Of(song.Structure));
                figures.Insert(0, "name", song.Name);
                songs.Add(figures);
            }

            JsonObject one = new() { ["name"] = group.Name, ["songs"] = songs };
            if (report.HasSeparations && group != report.Groups[0])
            {
                one["exceedsFirstGroup"] = Figures(measure => group.ExceedsAnother(measure.Of, report.Groups[0]));
            }

            one["likenessByLag"] = new JsonArray([.. group.SimilarityByLag(StructureReport.Lags).Select(value => (JsonNode)value)]);
            all.Add(one);
        }

        JsonObject root = new()
        {
            ["alike"] = SongStructure.RepeatThreshold,
            ["meanings"] = Figures(measure => measure.Meaning),
            ["groups"] = all,
        };
        return root.ToJsonString(ReportFolder.Indented) + "\n";
    }

    private static JsonObject Figures(Func<StructureMeasure, JsonNode?> of) =>
        new(StructureMeasure.All.Select(measure => KeyValuePair.Create(measure.Key, of(measure))));
}
