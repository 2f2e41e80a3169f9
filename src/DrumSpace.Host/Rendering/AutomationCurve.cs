using System.Globalization;

namespace DrumSpace.Host;

/// <summary>A parameter's value over a song, with straight lines between points.</summary>
/// <remarks>Immutable; any thread; reading it does not allocate.</remarks>
public sealed class AutomationCurve
{
    private readonly AutomationPoint[] _points;

    /// <summary>Makes a curve.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="points">At least one, in ascending order of time, values 0 to 1.</param>
    /// <exception cref="ArgumentException">No points, not ascending, or values outside of 0 to 1.</exception>
    public AutomationCurve(string parameter, params AutomationPoint[] points)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameter);
        if (points.Length == 0)
        {
            throw new ArgumentException($"The automation of {parameter} has no points.", nameof(points));
        }

        for (int i = 0; i < points.Length; i++)
        {
            (double quarters, float value) = points[i];
            if (!(value is >= 0 and <= 1))
            {
                string problem = string.Create(CultureInfo.InvariantCulture, $"the value {value}; values are 0 to 1.");
                throw new ArgumentException($"The automation of {parameter} has {problem}", nameof(points));
            }

            if (!double.IsFinite(quarters) || (i > 0 && !(quarters > points[i - 1].Quarters)))
            {
                throw new ArgumentException($"The automation of {parameter} has points that are not in order of time.", nameof(points));
            }
        }

        Parameter = parameter;
        _points = [.. points];
    }

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; }

    /// <summary>
    /// Parses `NAME=FROM..TO` (a line over the whole length), `NAME=BAR:VALUE,BAR:VALUE` (points at bars counted from 0), or
    /// `NAME=VALUE` (constant).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The song's length in quarters.</param>
    /// <param name="quartersPerBar">4 in 4/4.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="FormatException">The text has none of these forms; the message shows the text and the forms.</exception>
    public static AutomationCurve Parse(string text, double length, double quartersPerBar)
    {
        int equals = text.LastIndexOf('=');
        if (equals <= 0)
        {
            throw Unreadable(text);
        }

        string value = text[(equals + 1)..];
        AutomationPoint[] points = value.Split("..") is [var from, var to]
            ? [new(0, Number(text, from)), new(length, Number(text, to))]
            : value.Contains(':')
                ? [.. value.Split(',').Select(point => Point(text, point, quartersPerBar))]
                : [new(0, Number(text, value))];
        try
        {
            return new AutomationCurve(text[..equals], points);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"--automate {text}: {e.Message.Split(" (Parameter")[0]}", e);
        }
    }

    /// <summary>The value at a time; before the first and after the last point, that point's.</summary>
    /// <param name="quarters">Quarter notes since the song's start.</param>
    /// <returns>0 to 1.</returns>
    public float ValueAt(double quarters)
    {
        int next = 0;
        while (next < _points.Length && _points[next].Quarters <= quarters)
        {
            next++;
        }

        if (next == 0 || next == _points.Length)
        {
            return _points[Math.Min(next, _points.Length - 1)].Value;
        }

        (AutomationPoint a, AutomationPoint b) = (_points[next - 1], _points[next]);
        return (float)(a.Value + (b.Value - a.Value) * ((quarters - a.Quarters) / (b.Quarters - a.Quarters)));
    }

    private static AutomationPoint Point(string text, string point, double quartersPerBar) => point.Split(':') is [var bar, var value]
        ? new AutomationPoint(Number(text, bar) * quartersPerBar, Number(text, value))
        : throw Unreadable(text);

    private static float Number(string text, string number) =>
        float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : throw Unreadable(text);

    private static FormatException Unreadable(string text) =>
        new($"--automate {text}: expected NAME=FROM..TO, NAME=BAR:VALUE,BAR:VALUE or NAME=VALUE, for example z1=0..1 or z1=0:0,4:1.");
}
