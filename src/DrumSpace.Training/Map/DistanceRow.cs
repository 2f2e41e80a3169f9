namespace DrumSpace.Training.Map;

/// <summary>
/// The distances of a set of points: fills in the distances from one point to all, including itself. A monotonic function of the distance,
/// such as its square, serves as well. Called from several threads at once.
/// </summary>
/// <param name="from">The point to measure from.</param>
/// <param name="into">Receives the distance of each point.</param>
public delegate void DistanceRow(int from, Span<float> into);
