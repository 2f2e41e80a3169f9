using System.Globalization;
using System.Xml.Linq;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Tests;

/// <summary>Plots are read back as XML: marks stand where the values are.</summary>
public sealed class PlotTests
{
    [Fact]
    public void A_curve_has_a_point_for_each_value_and_higher_values_lie_higher()
    {
        LinePlot plot = new("Losses", "epoch", "loss");
        plot.Add("loss", [1, 2, 4], [8, 4, 2]);
        (double X, double Y)[] points = Points(plot.ToSvg());
        Assert.Equal(3, points.Length);

        // Twice as far to the right from epoch 2 to 4 as from 1 to 2; twice the fall from 8 to 4 as from 4 to 2.
        Assert.Equal(2 * (points[1].X - points[0].X), points[2].X - points[1].X, 0.03);
        Assert.Equal(points[1].Y - points[0].Y, 2 * (points[2].Y - points[1].Y), 0.03);
        Assert.True(points[2].Y > points[0].Y);
    }

    [Fact]
    public void Bars_are_as_high_as_their_values()
    {
        BarPlot plot = new("Voices", "share", ["kick", "snare"]);
        plot.Add("one", [0.5, 0.25]);
        plot.Add("two", [0, 0.125]);
        double[] heights = [.. Elements(plot.ToSvg(), "rect").Skip(3).Select(bar => Number(bar, "height"))];
        Assert.Equal(4, heights.Length);
        Assert.Equal(heights[0] / 2, heights[2], 0.02);
        Assert.Equal(0, heights[1]);
        Assert.Equal(heights[0] / 4, heights[3], 0.02);
    }

    [Fact]
    public void Names_with_markup_stay_text()
    {
        LinePlot plot = new("<a> & \"b\"", "x", "y");
        plot.Add("1 < 2", [0], [0]);
        Assert.Contains(Elements(plot.ToSvg(), "text"), text => text.Value == "<a> & \"b\"");
        Assert.Contains(Elements(plot.ToSvg(), "text"), text => text.Value == "1 < 2");
    }

    [Fact]
    public void A_flat_curve_and_no_curve_can_be_drawn()
    {
        LinePlot flat = new("flat", "x", "y");
        flat.Add("zero", [0, 1], [0, 0]);
        Assert.All(Points(flat.ToSvg()), point => Assert.True(double.IsFinite(point.Y)));
        Assert.Empty(Elements(new LinePlot("none", "x", "y").ToSvg(), "polyline"));
    }

    [Theory]
    [InlineData(0, 10, new[] { 0.0, 2, 4, 6, 8, 10 })]
    [InlineData(0, 0.31, new[] { 0.0, 0.1, 0.2, 0.3 })]
    [InlineData(-1, 1, new[] { -1, -0.5, 0, 0.5, 1 })]
    public void Ticks_are_round_numbers(double min, double max, double[] ticks) =>
        Assert.Equal(ticks, PlotFrame.Ticks(min, max).Select(tick => Math.Round(tick, 9)));

    private static IEnumerable<XElement> Elements(string svg, string name) =>
        XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == name);

    private static (double X, double Y)[] Points(string svg) =>
    [
        .. Elements(svg, "polyline").Single().Attribute("points")!.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(','))
            .Select(xy => (double.Parse(xy[0], CultureInfo.InvariantCulture), double.Parse(xy[1], CultureInfo.InvariantCulture))),
    ];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
