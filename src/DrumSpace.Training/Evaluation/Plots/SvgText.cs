using System.Globalization;
using System.Security;
using System.Text;

namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>Writes SVG elements, for similarity matrices and maps. Lengths are pixels, y points down.</summary>
/// <remarks>
/// OxyPlot is not used here: its heat maps are blurred or show seams between the cells, and its scatter plots write every dot of a map as
/// often as it is drawn, which makes them seven times as large.
/// </remarks>
internal sealed class SvgText
{
    private const double DotUnits = 4096;

    private readonly StringBuilder _text = new();

    public SvgText(double width, double height)
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ");
        Append($"font-family=\"sans-serif\" font-size=\"12\">\n");
        Rectangle(0, 0, width, height, "#ffffff");
    }

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        Append($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{fill}\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke) =>
        Append($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{stroke}\"/>\n");

    /// <summary>Keeps dots for <see cref="Dots"/>, so that they are written once however often they are drawn.</summary>
    /// <param name="id">A name without blanks.</param>
    /// <param name="places">Where the dots are, 0 to 1, y up.</param>
    public void DefineDots(string id, IEnumerable<(double X, double Y)> places)
    {
        Append($"<defs><path id=\"{id}\" fill=\"none\" stroke-linecap=\"round\" d=\"");
        foreach ((double x, double y) in places)
        {
            // A line without length, of which only the round ends are seen.
            Append($"M{x * DotUnits:0} {(1 - y) * DotUnits:0}h0");
        }

        _text.Append("\"/></defs>\n");
    }

    /// <summary>Draws dots that were defined, over a square.</summary>
    public void Dots(string id, double left, double top, double side, double diameter, string colour, double opacity = 1)
    {
        double scale = side / DotUnits;
        Append($"<use href=\"#{id}\" transform=\"translate({left:0.##} {top:0.##}) scale({scale:0.####})\" ");
        Append($"stroke=\"{colour}\" stroke-width=\"{diameter / scale:0.##}\" stroke-opacity=\"{opacity:0.##}\"/>\n");
    }

    public void Circle(double x, double y, double radius, string fill) =>
        Append($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{fill}\"/>\n");

    /// <summary>Draws cells of a square grid, all in one element.</summary>
    /// <param name="left">The grid's left side.</param>
    /// <param name="top">The grid's top.</param>
    /// <param name="side">The side of a cell.</param>
    /// <param name="runs">Rows, first columns, and how many cells lie side by side.</param>
    /// <param name="fill">The colour.</param>
    public void Cells(double left, double top, double side, IEnumerable<(int Row, int Column, int Length)> runs, string fill)
    {
        Append($"<path transform=\"translate({left:0.##} {top:0.##}) scale({side:0.####})\" fill=\"{fill}\" ");
        Append($"shape-rendering=\"crispEdges\" d=\"");
        foreach ((int row, int column, int length) in runs)
        {
            Append($"M{column} {row}h{length}v1h-{length}z");
        }

        _text.Append("\"/>\n");
    }

    /// <param name="x">Where the text is anchored.</param>
    /// <param name="y">The baseline.</param>
    /// <param name="text">Any text; it is escaped.</param>
    /// <param name="anchor">"start", "middle" or "end".</param>
    /// <param name="size">The font's size.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="weight">"normal" or "bold".</param>
    public void Text(
        double x,
        double y,
        string text,
        string anchor = "start",
        double size = 12,
        string fill = "#333333",
        string weight = "normal")
    {
        Append($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" font-size=\"{size}\" font-weight=\"{weight}\" ");
        Append($"fill=\"{fill}\">{SecurityElement.Escape(text)}</text>\n");
    }

    public string Close() => _text.Append("</svg>\n").ToString();

    private void Append(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));
}
