using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Map;

/// <summary>
/// Draws a map as SVG: all patterns in one square, coloured by genre, and below it each genre alone over the shape of the whole, because no
/// more than nine colours are easy to distinguish.
/// </summary>
public static class MapPlot
{
    private const double Width = 1200, Margin = 36, HeadHeight = 84, MapSide = 860, LegendLeft = Margin + MapSide + 36, LegendRow = 30;
    private const int PanelsPerRow = 6, MaxPanels = 30;
    private const double PanelGap = 18, PanelTitle = 26;
    private const double PanelSide = (Width - (2 * Margin) - ((PanelsPerRow - 1) * PanelGap)) / PanelsPerRow;
    private const double Inset = 14, DotDiameter = 4.2, PanelInset = 6, PanelDot = 1.7;
    private const string Paper = "#F7F6F2", Ghost = "#D5D3CB", Uncoloured = "#A9A69C", Alone = "#44423C";
    private const string Ink = "#222222", Faint = "#77756D";

    // "Muted" of Paul Tol's colour schemes (SRON technical note SRON/EPS/TN/09-002, 2021), made for the colour-blind, the strongest first.
    private static readonly string[] Colours =
        ["#332288", "#CC6677", "#117733", "#DDCC77", "#88CCEE", "#882255", "#44AA99", "#AA4499", "#999933"];

    private static readonly string[] Notes =
        ["Each dot is a pattern of two bars.", "Patterns with near latents are", "near each other; the directions", "have no meaning."];

    /// <summary>The drawing.</summary>
    /// <param name="title">The model's name.</param>
    /// <param name="map">The map.</param>
    public static string ToSvg(string title, PatternMap map)
    {
        Genre[] genres = BySize(map);
        int panels = Math.Min(genres.Length, MaxPanels);
        int rows = (panels + PanelsPerRow - 1) / PanelsPerRow;
        double panelsTop = HeadHeight + MapSide + 56;
        SvgText svg = new(Width, panelsTop + (rows * (PanelSide + PanelTitle + PanelGap)) + Margin - PanelGap);
        foreach (Genre genre in genres)
        {
            svg.DefineDots(genre.Id, genre.Places);
        }

        svg.Text(Margin, 44, title, size: 26, fill: Ink, weight: "bold");
        string subtitle = Invariant($"A map of {map.Points.Length:N0} patterns by Barnes-Hut t-SNE of their latents");
        svg.Text(Margin, 68, subtitle, size: 15, fill: Faint);
        DrawMap(svg, genres);
        DrawLegend(svg, genres);
        svg.Text(Margin, panelsTop - 18, "Each genre alone, over the shape of the whole", size: 15, fill: Faint);
        for (int i = 0; i < panels; i++)
        {
            double left = Margin + (i % PanelsPerRow * (PanelSide + PanelGap));
            DrawPanel(svg, genres, genres[i], left, panelsTop + (i / PanelsPerRow * (PanelSide + PanelTitle + PanelGap)));
        }

        return svg.Close();
    }

    private static Genre[] BySize(PatternMap map) =>
    [
        .. map.Points.ToArray().GroupBy(point => point.Genre)
            .OrderByDescending(points => points.Count())
            .ThenBy(points => points.Key)
            .Select((points, rank) => new Genre(
                map.Genres[points.Key],
                $"genre{rank}",
                rank < Colours.Length ? Colours[rank] : null,
                [.. points.Select(point => ((double)point.X, (double)point.Y))])),
    ];

    private static void DrawMap(SvgText svg, Genre[] genres)
    {
        svg.Rectangle(Margin, HeadHeight, MapSide, MapSide, Paper);

        // Genres without a colour first, then the largest, so that small genres are not hidden.
        foreach (Genre genre in genres.OrderBy(genre => genre.Colour != null))
        {
            svg.Dots(genre.Id, Margin + Inset, HeadHeight + Inset, MapSide - (2 * Inset), DotDiameter, genre.Colour ?? Uncoloured, 0.85);
        }
    }

    private static void DrawLegend(SvgText svg, Genre[] genres)
    {
        double y = HeadHeight + 26;
        foreach (Genre genre in genres.Where(genre => genre.Colour != null))
        {
            Entry(genre.Colour!, genre.Name, genre.Places.Count);
        }

        int others = genres.Where(genre => genre.Colour == null).Sum(genre => genre.Places.Count);
        if (others > 0)
        {
            Entry(Uncoloured, Invariant($"{genres.Length - Colours.Length} others"), others);
        }

        foreach (string line in Notes)
        {
            svg.Text(LegendLeft - 8, y + 12, line, size: 14, fill: Faint);
            y += 20;
        }

        void Entry(string colour, string name, int count)
        {
            svg.Circle(LegendLeft, y - 5, 8, colour);
            svg.Text(LegendLeft + 18, y, Shortened(name, 16), size: 16, fill: Ink);
            svg.Text(Width - Margin, y, Invariant($"{count:N0}"), "end", size: 15, fill: Faint);
            y += LegendRow;
        }
    }

    private static void DrawPanel(SvgText svg, Genre[] genres, Genre genre, double left, double top)
    {
        svg.Text(left, top + 16, Shortened(genre.Name, 16), size: 14, fill: Ink, weight: "bold");
        svg.Text(left + PanelSide, top + 16, Invariant($"{genre.Places.Count:N0}"), "end", size: 13, fill: Faint);
        top += PanelTitle;
        svg.Rectangle(left, top, PanelSide, PanelSide, Paper);
        foreach (Genre other in genres.Where(other => other != genre))
        {
            svg.Dots(other.Id, left + PanelInset, top + PanelInset, PanelSide - (2 * PanelInset), PanelDot, Ghost);
        }

        svg.Dots(genre.Id, left + PanelInset, top + PanelInset, PanelSide - (2 * PanelInset), PanelDot * 1.5, genre.Colour ?? Alone);
    }

    private static string Shortened(string name, int length) => name.Length <= length ? name : name[..(length - 1)] + "…";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Genre(string Name, string Id, string? Colour, List<(double X, double Y)> Places);
}
