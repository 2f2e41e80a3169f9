namespace DrumSpace.Training.Map;

/// <summary>The exact k nearest neighbours of every point of a set, by comparing all pairs.</summary>
/// <remarks>
/// Immutable. A point's neighbours depend on that point alone, and points at equal distances are in the order of their indices, so the
/// result does not depend on the number of threads.
/// </remarks>
public sealed class Neighbours
{
    private readonly int[] _indices;
    private readonly float[] _distances;

    private Neighbours(int count, int k)
    {
        Count = count;
        K = k;
        _indices = new int[count * k];
        _distances = new float[count * k];
    }

    /// <summary>The number of points.</summary>
    public int Count { get; }

    /// <summary>The number of neighbours of each point.</summary>
    public int K { get; }

    /// <summary>Finds the neighbours, on all cores.</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="k">The number of neighbours, at least 1 and below <paramref name="count"/>; a point is not its own neighbour.</param>
    /// <param name="distances">The distances; points at infinity are neighbours only if there are no others.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static Neighbours Find(int count, int k, DistanceRow distances)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, count);
        Neighbours found = new(count, k);
        Parallel.For(
            0,
            count,
            () => new float[count],
            (i, _, row) =>
            {
                distances(i, row);
                found.Select(i, row);
                return row;
            },
            _ => { });
        return found;
    }

    /// <summary>A point's neighbours, the nearest first.</summary>
    public ReadOnlySpan<int> Of(int point) => _indices.AsSpan(point * K, K);

    /// <summary>The distances to a point's neighbours, in the same order.</summary>
    public ReadOnlySpan<float> DistancesOf(int point) => _distances.AsSpan(point * K, K);

    // Keeps the k smallest so far, in order; most points are farther than the last of them and cost one comparison.
    private void Select(int point, ReadOnlySpan<float> row)
    {
        Span<int> indices = _indices.AsSpan(point * K, K);
        Span<float> nearest = _distances.AsSpan(point * K, K);
        int filled = 0;
        for (int j = 0; j < row.Length; j++)
        {
            float distance = row[j];
            if ((filled == K && distance >= nearest[^1]) || j == point)
            {
                continue;
            }

            int at = filled < K ? filled++ : K - 1;
            for (; at > 0 && nearest[at - 1] > distance; at--)
            {
                nearest[at] = nearest[at - 1];
                indices[at] = indices[at - 1];
            }

            nearest[at] = distance;
            indices[at] = j;
        }
    }
}
