using DrumSpace.Music.Structure;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Structure;

/// <summary>
/// Draws self-similarity matrices as SVG: a row for each group, a square for each song, a cell for each pair of bars, darker for more
/// similar ones. Time runs right and down. Lines separate the sections of a song with marks.
/// </summary>
public static class SimilarityPlot
{
    private const int PerRow = 4, Shades = 9;
    private const double Side = 260, Gap = 24, Margin = 32, Head = 60, GroupTitle = 30, SongTitle = 22;
    private const string Paper = "#F7F6F2", Ink = "#222222", Faint = "#77756D", Part = "#D55E00";

    /// <summary>The drawing: the first four songs of each group.</summary>
    public static string ToSvg(IReadOnlyList<SongGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        int widest = groups.Max(group => Math.Min(PerRow, group.Songs.Count));
        double rowHeight = GroupTitle + SongTitle + Side + Gap;
        SvgText svg = new(Math.Max(520, 2 * Margin + widest * (Side + Gap) - Gap), Head + groups.Count * rowHeight + Margin);
        svg.Text(Margin, 38, "Similarity of bars", size: 20, fill: Ink, weight: "bold");
        for (int row = 0; row < groups.Count; row++)
        {
            double top = Head + row * rowHeight;
            svg.Text(Margin, top + 18, groups[row].Name, size: 15, fill: Faint);
            for (int i = 0; i < Math.Min(PerRow, groups[row].Songs.Count); i++)
            {
                Draw(svg, groups[row].Songs[i], Margin + i * (Side + Gap), top + GroupTitle);
            }
        }

        return svg.Close();
    }

    private static void Draw(SvgText svg, MeasuredSong song, double left, double top)
    {
        svg.Text(left, top + 14, song.Name.Length <= 36 ? song.Name : song.Name[..35] + "…", fill: Ink);
        top += SongTitle;
        svg.Rectangle(left, top, Side, Side, Paper);
        double cell = Side / song.Similarity.Size;
        for (int shade = 1; shade < Shades; shade++)
        {
            svg.Cells(left, top, cell, Runs(song.Similarity, shade), Grey(shade));
        }

        foreach ((int bar, _) in song.Marks.Where(mark => mark.Bar > 0))
        {
            svg.Line(left + bar * cell, top, left + bar * cell, top + Side, Part);
            svg.Line(left, top + bar * cell, left + Side, top + bar * cell, Part);
        }
    }

    // Adjacent cells of one shade are drawn as one run, which keeps drawings small.
    private static IEnumerable<(int Row, int Column, int Length)> Runs(SelfSimilarity song, int shade)
    {
        for (int row = 0; row < song.Size; row++)
        {
            int length = 0;
            for (int column = 0; column <= song.Size; column++)
            {
                if (column < song.Size && ShadeOf(song[row, column]) == shade)
                {
                    length++;
                }
                else if (length > 0)
                {
                    yield return (row, column - length, length);
                    length = 0;
                }
            }
        }
    }

    private static int ShadeOf(double similarity) => (int)Math.Round(similarity * (Shades - 1));

    private static string Grey(int shade)
    {
        int light = 240 - shade * 220 / (Shades - 1);
        return $"#{light:X2}{light:X2}{light:X2}";
    }
}
