using System.Text;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Structure;

/// <summary>Groups of songs side by side: their structure as tables, as Markdown, as JSON and as drawings.</summary>
/// <param name="groups">At least one; their names differ. Where the first has several songs, the others are told from it.</param>
public sealed partial class StructureReport(IReadOnlyList<SongGroup> groups)
{
    private const int Lags = 64;

    /// <summary>The groups, in the order of the columns.</summary>
    public IReadOnlyList<SongGroup> Groups => groups;

    /// <summary>Whether there is something to tell the others from.</summary>
    public bool HasSeparations => groups.Count > 1 && groups[0].Songs.Count > 1;

    /// <summary>Writes structure.md, structure.json and the drawings into a folder, which is made if it is not there.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        (string Name, string Content)[] files =
        [
            ("structure.md", ToMarkdown()), ("structure.json", ToJson()), ("likeness-by-lag.svg", LagPlot()), ("matrices.svg", SimilarityPlot.ToSvg(groups)),
        ];
        foreach ((string name, string content) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), content, new UTF8Encoding(false));
        }

        return [.. files.Select(file => file.Name)];
    }

    private string LagPlot()
    {
        LinePlot plot = new("How alike bars are by their distance", "bars apart", "mean likeness");
        foreach (SongGroup group in groups)
        {
            IReadOnlyList<double> likeness = group.LikenessByLag(Lags);
            plot.Add(group.Name, [.. Enumerable.Range(1, likeness.Count).Select(lag => (double)lag)], likeness);
        }

        return plot.ToSvg();
    }
}
