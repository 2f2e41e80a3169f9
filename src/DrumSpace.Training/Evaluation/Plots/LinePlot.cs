namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>Curves over a common axis, as an SVG drawing.</summary>
/// <param name="title">The heading.</param>
/// <param name="xLabel">What runs to the right.</param>
/// <param name="yLabel">What runs up; the axis begins at 0 unless values lie below.</param>
public sealed class LinePlot(string title, string xLabel, string yLabel)
{
    private readonly List<(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)> _series = [];

    /// <summary>Adds a curve.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="x">Finite values, ascending.</param>
    /// <param name="y">As many finite values.</param>
    public void Add(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Count, x.Count);
        _series.Add((name, x, y));
    }

    /// <summary>The drawing.</summary>
    public string ToSvg()
    {
        double[] x = [.. _series.SelectMany(series => series.X).DefaultIfEmpty()];
        double[] y = [.. _series.SelectMany(series => series.Y).DefaultIfEmpty()];
        PlotFrame frame = new(title, [.. _series.Select(series => series.Name)], 62, (x.Min(), x.Max()), (Math.Min(0, y.Min()), y.Max()));
        frame.DrawAxes(xLabel, yLabel);
        for (int i = 0; i < _series.Count; i++)
        {
            frame.Svg.Polyline(_series[i].X.Zip(_series[i].Y, (px, py) => (frame.X(px), frame.Y(py))), PlotFrame.Colour(i));
        }

        return frame.Svg.Close();
    }
}
