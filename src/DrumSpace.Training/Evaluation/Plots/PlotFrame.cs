using System.Globalization;

namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>What every plot has: title, axes with round numbers, grid lines, and a legend; and the way from values to pixels.</summary>
internal sealed class PlotFrame
{
    private const double Width = 760, Height = 400, Left = 66, Right = 16, Top = 36, GridTicks = 6;
    private const double LegendSwatch = 12, LegendRow = 18, LegendColumn = 180;

    // Okabe and Ito's colours ("Color Universal Design", 2008), which people with colour-blindness tell apart; black and yellow left out.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A7A7A", "#8A5A00"];

    private readonly double _bottom;
    private readonly double _minX, _maxX, _minY, _maxY;

    public PlotFrame(string title, IReadOnlyList<string> legend, double bottom, (double Min, double Max) x, (double Min, double Max) y)
    {
        int perRow = (int)((Width - Left - Right) / LegendColumn);
        double legendHeight = LegendRow * ((legend.Count + perRow - 1) / perRow);
        _bottom = bottom + legendHeight;
        (_minX, _maxX) = Widened(x);
        (_minY, _maxY) = Widened(y);
        Svg = new SvgText(Width, Height + legendHeight);
        PlotBottom = Height + legendHeight - _bottom;
        Svg.Text(Width / 2, 22, title, "middle", size: 15);
        for (int i = 0; i < legend.Count; i++)
        {
            double atX = Left + (i % perRow * LegendColumn), atY = Height + (LegendRow * (i / perRow)) - 4;
            Svg.Rectangle(atX, atY, LegendSwatch, LegendSwatch, Colour(i));
            Svg.Text(atX + LegendSwatch + 5, atY + 10, Shortened(legend[i]));
        }
    }

    public SvgText Svg { get; }

    public double PlotBottom { get; }

    public static string Colour(int series) => Colours[series % Colours.Length];

    public double X(double value) => Left + ((value - _minX) / (_maxX - _minX) * (Width - Left - Right));

    public double Y(double value) => PlotBottom - ((value - _minY) / (_maxY - _minY) * (PlotBottom - Top));

    public void DrawAxes(string? xLabel, string yLabel)
    {
        foreach (double tick in Ticks(_minY, _maxY))
        {
            Svg.Line(Left, Y(tick), Width - Right, Y(tick), "#e4e4e4");
            Svg.Text(Left - 6, Y(tick) + 4, Number(tick), "end");
        }

        Svg.Text(16, (Top + PlotBottom) / 2, yLabel, "middle", turn: -90);
        Svg.Line(Left, PlotBottom, Width - Right, PlotBottom, "#888888");
        if (xLabel == null)
        {
            return;
        }

        foreach (double tick in Ticks(_minX, _maxX))
        {
            Svg.Line(X(tick), PlotBottom, X(tick), PlotBottom + 4, "#888888");
            Svg.Text(X(tick), PlotBottom + 17, Number(tick), "middle");
        }

        Svg.Text((Left + Width - Right) / 2, PlotBottom + 34, xLabel, "middle");
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten inside a range, about six of them.</summary>
    public static IEnumerable<double> Ticks(double min, double max)
    {
        double rough = (max - min) / GridTicks, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        for (double k = Math.Ceiling((min / step) - 1e-9); k * step <= max + (step * 1e-9); k++)
        {
            yield return k * step;
        }
    }

    // A flat curve still needs an axis with two ends.
    private static (double Min, double Max) Widened((double Min, double Max) range) =>
        range.Max > range.Min ? range : (range.Min, range.Min + Math.Max(1e-6, Math.Abs(range.Min)));

    private static string Number(double value) => ((decimal)value).ToString("0.########", CultureInfo.InvariantCulture);

    private static string Shortened(string name) => name.Length <= 24 ? name : name[..23] + "…";
}
