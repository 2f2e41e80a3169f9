namespace DrumSpace.Training.Map;

/// <summary>
/// How far apart the points of a set are: fills in the distances from one point to all, itself among them. Any measure serves whose
/// order is that of the distance, a squared distance for one. Called from several threads at once.
/// </summary>
/// <param name="from">The point to measure from.</param>
/// <param name="into">Receives one distance a point of the set.</param>
public delegate void DistanceRow(int from, Span<float> into);
