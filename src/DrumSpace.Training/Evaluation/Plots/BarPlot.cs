using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>Groups of bars, one group for each category and one bar for each series, as an SVG drawing.</summary>
public sealed class BarPlot
{
    private const string ValueKey = "values", CategoryKey = "categories";
    private readonly PlotModel _model;
    private readonly int _groups;

    /// <summary>Creates an empty plot.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="yLabel">The title of the vertical axis, which begins at 0.</param>
    /// <param name="categories">The names of the groups.</param>
    public BarPlot(string title, string yLabel, IReadOnlyList<string> categories)
    {
        _model = Chart.Create(title);
        _groups = categories.Count;
        CategoryAxis groups = new()
        {
            Key = CategoryKey,
            Position = AxisPosition.Bottom,
            Angle = -40,
            GapWidth = 0.25,
            TickStyle = TickStyle.None,
        };
        groups.Labels.AddRange(categories);
        LinearAxis values = Chart.ValueAxis(yLabel);
        values.Key = ValueKey;
        _model.Axes.Add(groups);
        _model.Axes.Add(values);
    }

    /// <summary>Adds a bar to each group.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="values">One value for each category, 0 or more.</param>
    public void Add(string name, IReadOnlyList<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, _groups);
        // OxyPlot's bars run along the axis that it calls X: for upright bars, that is the vertical one.
        BarSeries series = new() { Title = Chart.Shortened(name), StrokeThickness = 0, XAxisKey = ValueKey, YAxisKey = CategoryKey };
        series.Items.AddRange(values.Select(value => new BarItem(value)));
        _model.Series.Add(series);
    }

    /// <summary>The drawing. Equal plots give equal text.</summary>
    public string ToSvg() => Chart.ToSvg(_model);
}
