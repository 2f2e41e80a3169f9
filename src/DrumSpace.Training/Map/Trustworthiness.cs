namespace DrumSpace.Training.Map;

/// <summary>
/// The trustworthiness of a map (Venna and Kaski 2001, "Neighborhood preservation in nonlinear projection methods"): 1 when every point's k
/// neighbours on the map are its k neighbours in the data, about 0.5 for a random map.
/// </summary>
public static class Trustworthiness
{
    /// <summary>Measures a map, on all cores.</summary>
    /// <param name="map">Neighbours on the map.</param>
    /// <param name="data">The distances in the data. Points at equal distances all have the best rank, so that the order of ties is not
    /// penalised.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">k is half of the number of points or more, where the measure is not defined.</exception>
    public static double Measure(Neighbours map, DistanceRow data)
    {
        int count = map.Count, k = map.K;
        if (2 * k >= count)
        {
            throw new ArgumentException($"{k} neighbours of {count} points are too many: they must be fewer than half.", nameof(map));
        }

        var penalties = new long[count];
        Parallel.For(
            0,
            count,
            () => new float[count],
            (i, _, row) =>
            {
                data(i, row);
                penalties[i] = Penalty(i, map.Of(i), row);
                return row;
            },
            _ => { });
        return 1 - (2.0 / ((double)count * k * ((2.0 * count) - (3.0 * k) - 1)) * penalties.Sum());
    }

    private static long Penalty(int point, ReadOnlySpan<int> neighbours, float[] row)
    {
        long penalty = 0;
        foreach (int neighbour in neighbours)
        {
            float distance = row[neighbour];
            int nearer = 0;
            foreach (float other in row)
            {
                nearer += other < distance ? 1 : 0;
            }

            // The point itself is among the nearer ones unless the neighbour coincides with it.
            int rank = nearer + (row[point] < distance ? 0 : 1);
            penalty += Math.Max(0, rank - neighbours.Length);
        }

        return penalty;
    }
}
