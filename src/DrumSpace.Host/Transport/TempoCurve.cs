namespace DrumSpace.Host;

/// <summary>The tempo of a song, constant or ramping between points. Converts between quarter notes and seconds.</summary>
/// <remarks>
/// Immutable; any thread. On a ramp the tempo is linear in quarters, T(p) = T0 + k (p - p0), so that time is its integral
/// t(p) = 60/k ln(T(p)/T0), and back p = p0 + T0/k (exp(k t/60) - 1). Before 0 the first tempo applies, after the last point the last.
/// </remarks>
public sealed class TempoCurve
{
    private readonly TempoPoint[] _points;
    private readonly double[] _seconds;

    /// <summary>Makes a curve.</summary>
    /// <param name="points">The first at 0, in ascending order; tempos above 0.</param>
    /// <exception cref="ArgumentException">No points, not ascending from 0, or a tempo that is not above 0.</exception>
    public TempoCurve(params TempoPoint[] points)
    {
        if (points.Length == 0 || points[0].Ppq != 0)
        {
            throw new ArgumentException("A tempo curve begins with a point at quarter 0.", nameof(points));
        }

        _points = [.. points];
        _seconds = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            if (!(points[i].Bpm > 0) || !double.IsFinite(points[i].Bpm))
            {
                throw new ArgumentException($"The tempo at quarter {points[i].Ppq} is {points[i].Bpm}, not above 0.", nameof(points));
            }

            if (i > 0 && !(points[i].Ppq > points[i - 1].Ppq))
            {
                throw new ArgumentException("The points of a tempo curve must be in ascending order.", nameof(points));
            }

            _seconds[i] = i == 0 ? 0 : _seconds[i - 1] + SecondsFrom(i - 1, points[i].Ppq);
        }
    }

    /// <summary>Makes a curve with one tempo.</summary>
    /// <param name="bpm">Quarter notes per minute.</param>
    /// <returns>The curve.</returns>
    public static TempoCurve Constant(double bpm) => new(new TempoPoint(0, bpm));

    /// <summary>Makes a ramp that is linear in quarters, with a constant tempo after it.</summary>
    /// <param name="fromBpm">The tempo at 0.</param>
    /// <param name="toBpm">The tempo at <paramref name="quarters"/> and after it.</param>
    /// <param name="quarters">The ramp's length.</param>
    /// <returns>The curve.</returns>
    public static TempoCurve Ramp(double fromBpm, double toBpm, double quarters) =>
        new(new TempoPoint(0, fromBpm, RampsToNext: true), new TempoPoint(quarters, toBpm));

    /// <summary>The tempo at a position.</summary>
    /// <param name="ppq">In quarter notes.</param>
    /// <returns>Quarter notes per minute.</returns>
    public double TempoAt(double ppq)
    {
        int i = PointBefore(ppq);
        return _points[i].Bpm + Slope(i) * Math.Max(0, ppq - _points[i].Ppq);
    }

    /// <summary>The time of a position.</summary>
    /// <param name="ppq">In quarter notes.</param>
    /// <returns>Seconds from quarter 0; negative before it.</returns>
    public double SecondsAt(double ppq)
    {
        int i = PointBefore(ppq);
        return _seconds[i] + SecondsFrom(i, ppq);
    }

    /// <summary>The position at a time.</summary>
    /// <param name="seconds">Seconds from quarter 0; negative before it.</param>
    /// <returns>In quarter notes.</returns>
    public double PpqAt(double seconds)
    {
        int i = _seconds.Length - 1;
        while (i > 0 && seconds < _seconds[i])
        {
            i--;
        }

        double time = seconds - _seconds[i];
        double slope = time > 0 ? Slope(i) : 0;
        double bpm = _points[i].Bpm;
        return _points[i].Ppq + (slope == 0 ? time * bpm / 60 : bpm / slope * (Math.Exp(slope * time / 60) - 1));
    }

    private int PointBefore(double ppq)
    {
        int i = _points.Length - 1;
        while (i > 0 && ppq < _points[i].Ppq)
        {
            i--;
        }

        return i;
    }

    private double SecondsFrom(int point, double ppq)
    {
        double length = ppq - _points[point].Ppq;
        double slope = length > 0 ? Slope(point) : 0;
        double bpm = _points[point].Bpm;
        return slope == 0 ? 60 * length / bpm : 60 / slope * Math.Log((bpm + slope * length) / bpm);
    }

    private double Slope(int point) => _points[point].RampsToNext && point + 1 < _points.Length
        ? (_points[point + 1].Bpm - _points[point].Bpm) / (_points[point + 1].Ppq - _points[point].Ppq)
        : 0;
}
