using System.Globalization;
using DrumSpace.Training.Evaluation.Plots;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Structure;

/// <summary>The structure of groups of songs side by side, as tables, as Markdown, as JSON and as drawings.</summary>
/// <param name="groups">At least one; their names differ. If the first has several songs, the others are compared with it.</param>
public sealed class StructureReport(IReadOnlyList<SongGroup> groups)
{
    /// <summary>The number of lags of the similarity by lag.</summary>
    internal const int Lags = 64;

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
    public string ToMarkdown() => StructureText.ToMarkdown(this);

    /// <summary>The report as indented JSON: the figures of every song, and the comparison of each group with the first.</summary>
    public string ToJson() => StructureText.ToJson(this);

    /// <summary>Writes structure.md, structure.json and the drawings into a folder, which is created if it does not exist.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder) => ReportFolder.Write(
        folder,
        [
            ("structure.md", ToMarkdown()), ("structure.json", ToJson()), (StructureText.LagFile, LagPlot()),
            (StructureText.MatrixFile, SimilarityPlot.ToSvg(groups)),
        ]);

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
