using System.Globalization;
using System.Xml.Linq;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Tests;

/// <summary>The positions of marks in plots, read as XML.</summary>
public sealed class PlotTests
{
    private const string FirstColour = "rgb(0,114,178)", SecondColour = "rgb(213,94,0)";

    [Fact]
    public void A_curve_has_a_point_for_each_value_at_its_height()
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
        double[] one = Heights(plot, FirstColour, 2), two = Heights(plot, SecondColour, 2), heights = [one[0], two[0], one[1], two[1]];
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
    public void A_constant_curve_and_no_curve_can_be_drawn()
    {
        LinePlot constant = new("constant", "x", "y");
        constant.Add("zero", [0, 1], [0, 0]);
        Assert.All(Points(constant.ToSvg()), point => Assert.True(double.IsFinite(point.Y)));
        Assert.DoesNotContain(FirstColour, new LinePlot("none", "x", "y").ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_plots_give_equal_SVG()
    {
        static string Draw()
        {
            LinePlot plot = new("Losses", "epoch", "loss");
            plot.Add("loss", [1, 2, 4], [8, 4, 2]);
            return plot.ToSvg();
        }

        Assert.Equal(Draw(), Draw());
    }

    [Fact]
    public void Every_point_is_drawn_however_close_to_its_neighbours()
    {
        LinePlot plot = new("Losses", "epoch", "loss");
        int[] epochs = [.. Enumerable.Range(0, 5000)];
        plot.Add("loss", [.. epochs.Select(epoch => (double)epoch)], [.. epochs.Select(epoch => (double)(epoch % 7))]);
        Assert.Equal(5000, Points(plot.ToSvg()).Length);
    }

    private static IEnumerable<XElement> Elements(string svg, string name) =>
        XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == name);

    private static bool HasColour(XElement element, string colour) =>
        ((string?)element.Attribute("style") ?? "").Contains(colour, StringComparison.Ordinal);

    // The first curve; what follows in its colour is the legend.
    private static (double X, double Y)[] Points(string svg) =>
    [
        .. Elements(svg, "polyline").First(line => HasColour(line, FirstColour)).Attribute("points")!.Value
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(','))
            .Select(xy => (double.Parse(xy[0], CultureInfo.InvariantCulture), double.Parse(xy[1], CultureInfo.InvariantCulture))),
    ];

    // A series has as many bars as there are categories; what follows in its colour is the legend.
    private static double[] Heights(BarPlot plot, string colour, int categories) =>
        [.. Elements(plot.ToSvg(), "rect").Where(bar => HasColour(bar, colour)).Take(categories).Select(bar => Number(bar, "height"))];

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
