using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>Curves over a common axis, as an SVG drawing.</summary>
public sealed class LinePlot
{
    private readonly PlotModel _model;
    private readonly LinearAxis _values;

    /// <summary>Creates an empty plot.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="xLabel">The title of the horizontal axis.</param>
    /// <param name="yLabel">The title of the vertical axis, which begins at 0 unless values are negative.</param>
    public LinePlot(string title, string xLabel, string yLabel)
    {
        _model = Chart.Create(title);
        _values = Chart.ValueAxis(yLabel);
        _model.Axes.Add(Chart.HorizontalAxis(xLabel));
        _model.Axes.Add(_values);
    }

    /// <summary>Adds a curve.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="x">Finite values, ascending.</param>
    /// <param name="y">As many finite values.</param>
    public void Add(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Count, x.Count);
        LineSeries series = new()
        {
            Title = Chart.Shortened(name),
            StrokeThickness = 1.8,
            LineJoin = LineJoin.Round,
            // Draws every point, however close to the one before.
            MinimumSegmentLength = 0,
        };
        series.Points.AddRange(x.Zip(y, (px, py) => new DataPoint(px, py)));
        _model.Series.Add(series);
        _values.Minimum = y.Append(_values.Minimum).Min();
    }

    /// <summary>The drawing. Equal plots give equal text.</summary>
    public string ToSvg() => Chart.ToSvg(_model);
}
