using DrumSpace.Music;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Exact nearest neighbours of patterns by Hamming distance, by comparing all pairs on all cores: 512 bits per pattern, XOR and POPCNT. A
/// result depends on its query alone, so it is the same for any number of threads. 10,000 by 10,000 take well under a second.
/// </summary>
public static class HammingNeighbours
{
    /// <summary>The distance from each query to the nearest pattern of a set.</summary>
    /// <param name="queries">The patterns to look up.</param>
    /// <param name="set">The set to search; a query that is in the set is at distance 0.</param>
    /// <returns>The distance of each query, 0 to 448; 449 when the set is empty.</returns>
    public static int[] Nearest(Pattern[] queries, Pattern[] set)
    {
        var nearest = new int[queries.Length];
        Parallel.For(0, queries.Length, i =>
        {
            int best = Pattern.CellCount + 1;
            ref readonly Pattern query = ref queries[i];
            for (int j = 0; j < set.Length && best > 0; j++)
            {
                best = Math.Min(best, query.DistanceTo(set[j]));
            }

            nearest[i] = best;
        });
        return nearest;
    }

    /// <summary>The distance from each pattern of a set to its k-th nearest other pattern of the set.</summary>
    /// <param name="set">More than <paramref name="k"/> patterns. Duplicates count as other patterns: k of them give a radius of 0.</param>
    /// <param name="k">From 1.</param>
    /// <returns>The radius of each pattern, 0 to 448.</returns>
    /// <exception cref="ArgumentException">The set has k patterns or fewer.</exception>
    public static int[] Radii(Pattern[] set, int k)
    {
        if (set.Length <= k)
        {
            throw new ArgumentException($"{set.Length} patterns do not have {k} neighbours each.", nameof(set));
        }

        Neighbours neighbours = Neighbours.Find(set.Length, k, (from, into) => Distances(set, from, into));
        return [.. Enumerable.Range(0, set.Length).Select(i => (int)neighbours.DistancesOf(i)[^1])];
    }

    /// <summary>The distances from one pattern of a set to all, including itself: a <see cref="DistanceRow"/>.</summary>
    /// <param name="set">The patterns.</param>
    /// <param name="from">The index of the pattern to measure from.</param>
    /// <param name="into">Receives the distance of each pattern, 0 to 448.</param>
    public static void Distances(Pattern[] set, int from, Span<float> into)
    {
        ref readonly Pattern pattern = ref set[from];
        for (int i = 0; i < set.Length; i++)
        {
            into[i] = pattern.DistanceTo(set[i]);
        }
    }

    /// <summary>The share of queries that lie in at least one ball.</summary>
    /// <param name="queries">At least one pattern.</param>
    /// <param name="centres">The balls' centres.</param>
    /// <param name="radii">The radius of each ball, inclusive.</param>
    public static double ShareInside(Pattern[] queries, Pattern[] centres, int[] radii)
    {
        ArgumentOutOfRangeException.ThrowIfZero(queries.Length);
        int inside = 0;
        Parallel.For(0, queries.Length, i =>
        {
            ref readonly Pattern query = ref queries[i];
            for (int j = 0; j < centres.Length; j++)
            {
                if (query.DistanceTo(centres[j]) <= radii[j])
                {
                    Interlocked.Increment(ref inside);
                    return;
                }
            }
        });
        return (double)inside / queries.Length;
    }
}
