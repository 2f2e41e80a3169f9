using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>The common style of all charts, and their export as SVG by OxyPlot.</summary>
internal static class Chart
{
    private const double Width = 760, Height = 430;
    private const int MaxNameLength = 24;
    private static readonly OxyColor Text = OxyColor.Parse("#333333");
    private static readonly OxyColor AxisLine = OxyColor.Parse("#888888");
    private static readonly OxyColor GridLine = OxyColor.Parse("#e4e4e4");

    // Okabe and Ito's colours ("Color Universal Design", 2008), which the colour-blind can tell apart, without black and yellow.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A7A7A", "#8A5A00"];

    /// <summary>An empty chart with a title and a legend.</summary>
    public static PlotModel Create(string title) => new()
    {
        Title = title,
        TitleFontSize = 15,
        TitleFontWeight = FontWeights.Normal,
        DefaultFont = "sans-serif",
        DefaultFontSize = 12,
        DefaultColors = [.. Colours.Select(OxyColor.Parse)],
        TextColor = Text,
        Background = OxyColors.White,
        PlotAreaBorderColor = AxisLine,
        PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1),
        Culture = CultureInfo.InvariantCulture,
        Legends =
        {
            new Legend
            {
                LegendPlacement = LegendPlacement.Outside,
                LegendPosition = LegendPosition.BottomLeft,
                LegendOrientation = LegendOrientation.Horizontal,
                LegendItemSpacing = 20,
                LegendLineSpacing = 4,
            },
        },
    };

    /// <summary>The vertical axis, with grid lines from 0 on.</summary>
    public static LinearAxis ValueAxis(string title) => new()
    {
        Position = AxisPosition.Left,
        Title = title,
        Minimum = 0,
        MaximumPadding = 0.02,
        IntervalLength = 40,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = GridLine,
        TickStyle = TickStyle.None,
        AxisTitleDistance = 10,
    };

    /// <summary>The horizontal axis, with ticks.</summary>
    public static LinearAxis HorizontalAxis(string title) => new()
    {
        Position = AxisPosition.Bottom,
        Title = title,
        MinimumPadding = 0,
        MaximumPadding = 0,
        MinorTickSize = 0,
        MajorTickSize = 4,
        TicklineColor = AxisLine,
        AxisTitleDistance = 6,
    };

    /// <summary>A name that fits the legend.</summary>
    public static string Shortened(string name) => name.Length <= MaxNameLength ? name : name[..(MaxNameLength - 3)] + "...";

    /// <summary>The drawing. Equal charts give equal text.</summary>
    public static string ToSvg(PlotModel model) => new SvgExporter
    {
        Width = Width,
        Height = Height,
        IsDocument = false,
        // Not every viewer knows the attribute that aligns text vertically.
        UseVerticalTextAlignmentWorkaround = true,
        TextMeasurer = new WideTextMeasurer(),
    }.ExportToString(model);

    /// <summary>OxyPlot measures text in Helvetica; the font that a viewer takes for sans-serif may be wider.</summary>
    private sealed class WideTextMeasurer() : PdfRenderContext(Width, Height, OxyColors.White)
    {
        private const double Widening = 1.5;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
        {
            OxySize size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
            return new OxySize(size.Width * Widening, size.Height);
        }
    }
}
