using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

public sealed partial class StructureReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The rows of the table of figures: a title and a cell a group.</summary>
    public IEnumerable<(string Title, IReadOnlyList<string> Cells)> Figures =>
        StructureMeasure.All.Select(measure => (measure.Title, (IReadOnlyList<string>)[.. groups.Select(measure.Text)]));

    /// <summary>The rows of the table that tells the groups from the first: a title and a cell for each group but that.</summary>
    public IEnumerable<(string Title, IReadOnlyList<string> Cells)> Separations =>
        StructureMeasure.All.Select(measure => (measure.Title, (IReadOnlyList<string>)
            [.. groups.Skip(1).Select(group => group.ExceedsAnother(measure.Of, groups[0]).ToString("0.00", CultureInfo.InvariantCulture))]));

    /// <summary>The report as Markdown: the tables, what the rows mean, and links to the drawings of <see cref="Write"/>.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new("# Structure\n\nMedians, with first and third quartiles.\n\n");
        AppendTable(text, groups.Select(group => group.Title), Figures);
        if (HasSeparations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Told from: {groups[0].Name}\n\n");
            text.Append("The chance that a song has more of it than one of those: 0.50 tells nothing, 0.00 and 1.00 everything.\n\n");
            AppendTable(text, groups.Skip(1).Select(group => group.Name), Separations);
        }

        text.Append("\n## What the rows mean\n\n");
        text.Append("Bars are alike by what begins in them on the 16th grid: the mean of the Jaccard indices of drum hits and of notes.\n\n");
        foreach (StructureMeasure measure in StructureMeasure.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{measure.Title}**: {measure.Meaning}\n");
        }

        return text.Append("\n![Likeness by lag](likeness-by-lag.svg)\n\n![Self-similarity](matrices.svg)\n").ToString();
    }

    /// <summary>The report as indented JSON: every song's figures, and how each group is told from the first.</summary>
    public string ToJson()
    {
        JsonArray all = [];
        foreach (SongGroup group in groups)
        {
            JsonArray songs = [];
            foreach (MeasuredSong song in group.Songs)
            {
                JsonObject figures = new() { ["name"] = song.Name };
                foreach (StructureMeasure measure in StructureMeasure.All)
                {
                    figures[measure.Key] = measure.Of(song.Structure);
                }

                songs.Add(figures);
            }

            JsonObject one = new() { ["name"] = group.Name, ["songs"] = songs };
            if (HasSeparations && group != groups[0])
            {
                JsonObject told = [];
                foreach (StructureMeasure measure in StructureMeasure.All)
                {
                    told[measure.Key] = group.ExceedsAnother(measure.Of, groups[0]);
                }

                one["exceedsFirstGroup"] = told;
            }

            JsonArray likeness = [.. group.LikenessByLag(Lags).Select(value => (JsonNode)value)];
            one["likenessByLag"] = likeness;
            all.Add(one);
        }

        JsonObject meanings = [];
        foreach (StructureMeasure measure in StructureMeasure.All)
        {
            meanings[measure.Key] = measure.Meaning;
        }

        JsonObject report = new() { ["alike"] = SongStructure.RepeatThreshold, ["meanings"] = meanings, ["groups"] = all };
        return report.ToJsonString(Indented) + "\n";
    }

    private static void AppendTable(
        StringBuilder text, IEnumerable<string> columns, IEnumerable<(string Title, IReadOnlyList<string> Cells)> rows)
    {
        string[] names = [.. columns.Select(name => name.Replace("|", "\\|", StringComparison.Ordinal))];
        text.Append("| | ").AppendJoin(" | ", names).Append(" |\n| --- |");
        text.Append(string.Concat(Enumerable.Repeat(" ---: |", names.Length))).Append('\n');
        foreach ((string title, IReadOnlyList<string> cells) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {title} | ").AppendJoin(" | ", cells).Append(" |\n");
        }
    }
}
