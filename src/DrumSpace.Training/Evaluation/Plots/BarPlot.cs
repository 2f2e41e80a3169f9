namespace DrumSpace.Training.Evaluation.Plots;

/// <summary>Groups of bars, one group a category and one bar a series, as an SVG drawing.</summary>
/// <param name="title">The heading.</param>
/// <param name="yLabel">What runs up; the axis begins at 0.</param>
/// <param name="categories">The names of the groups.</param>
public sealed class BarPlot(string title, string yLabel, IReadOnlyList<string> categories)
{
    private const double GroupShare = 0.8;
    private readonly List<(string Name, IReadOnlyList<double> Values)> _series = [];

    /// <summary>Adds a bar to each group.</summary>
    /// <param name="name">For the legend.</param>
    /// <param name="values">One value a category, 0 or more.</param>
    public void Add(string name, IReadOnlyList<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, categories.Count);
        _series.Add((name, values));
    }

    /// <summary>The drawing.</summary>
    public string ToSvg()
    {
        double highest = _series.SelectMany(series => series.Values).DefaultIfEmpty().Max();
        PlotFrame frame = new(title, [.. _series.Select(series => series.Name)], 110, (0, categories.Count), (0, highest));
        frame.DrawAxes(null, yLabel);
        double width = GroupShare / Math.Max(1, _series.Count);
        for (int category = 0; category < categories.Count; category++)
        {
            for (int i = 0; i < _series.Count; i++)
            {
                double left = frame.X(category + ((1 - GroupShare) / 2) + (i * width)), top = frame.Y(_series[i].Values[category]);
                double right = frame.X(category + ((1 - GroupShare) / 2) + ((i + 1) * width));
                frame.Svg.Rectangle(left, top, right - left, frame.PlotBottom - top, PlotFrame.Colour(i));
            }

            frame.Svg.Text(frame.X(category + 0.5) + 4, frame.PlotBottom + 14, categories[category], "end", turn: -40);
        }

        return frame.Svg.Close();
    }
}
