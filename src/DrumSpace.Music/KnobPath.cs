namespace DrumSpace.Music;

/// <summary>A way through the latent space: straight from each of its points to the next, measured in parts of the knobs' travel.</summary>
/// <remarks>Immutable. Any thread, the audio thread included: reading it neither allocates nor blocks.</remarks>
public sealed class KnobPath
{
    /// <summary>The fewest points.</summary>
    public const int MinPoints = 2;

    /// <summary>The most points.</summary>
    public const int MaxPoints = 64;

    private readonly Knobs[] _points;

    // How far each point is from the first, along the way.
    private readonly double[] _lengths;

    /// <summary>Makes a path.</summary>
    /// <param name="points">2 to 64 points, each knob 0 to 1. Copied.</param>
    /// <exception cref="ArgumentException">Another number of points, or a knob outside of its range.</exception>
    public KnobPath(IReadOnlyList<Knobs> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count is < MinPoints or > MaxPoints)
        {
            throw new ArgumentException($"A path has {MinPoints} to {MaxPoints} points, not {points.Count}.", nameof(points));
        }

        _points = [.. points];
        _lengths = new double[_points.Length];
        for (int number = 0; number < _points.Length; number++)
        {
            Knobs point = _points[number];
            if (((ReadOnlySpan<float>)point).ContainsAnyExceptInRange(0f, 1f))
            {
                throw new ArgumentException($"Point {number} of the path has a knob outside 0 to 1.", nameof(points));
            }

            _lengths[number] = number == 0 ? 0 : _lengths[number - 1] + Distance(_points[number - 1], point);
        }
    }

    /// <summary>The points in order.</summary>
    public IReadOnlyList<Knobs> Points => _points;

    /// <summary>The point at a part of the path's length.</summary>
    /// <param name="part">0 for its start to 1 for its end; beyond, the nearer of them.</param>
    public Knobs At(double part)
    {
        double along = part * _lengths[^1];
        if (!(along > 0))
        {
            return _points[0];
        }

        int next = 1;
        while (next < _points.Length - 1 && _lengths[next] < along)
        {
            next++;
        }

        double length = _lengths[next] - _lengths[next - 1];
        double share = length > 0 ? Math.Min((along - _lengths[next - 1]) / length, 1) : 1;
        Knobs from = _points[next - 1], to = _points[next], at = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            at[axis] = (float)(from[axis] + (to[axis] - from[axis]) * share);
        }

        return at;
    }

    private static double Distance(in Knobs one, in Knobs other)
    {
        double squares = 0;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            double difference = one[axis] - other[axis];
            squares += difference * difference;
        }

        return Math.Sqrt(squares);
    }
}
