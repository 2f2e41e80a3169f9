namespace DrumSpace.Training.Map;

/// <summary>
/// The symmetric joint probabilities P of t-SNE (van der Maaten and Hinton 2008, equations 1 and 2 and section 3.1), restricted to nearest
/// neighbours (van der Maaten 2014, section 4.1), as a sparse matrix by rows. All values sum to 1.
/// </summary>
/// <remarks>Immutable. The result does not depend on the number of threads.</remarks>
public sealed class Affinities
{
    private const int MaxSearchSteps = 200;
    private const double EntropyTolerance = 1e-7;

    private readonly int[][] _columns;
    private readonly float[][] _values;

    private Affinities(int[][] columns, float[][] values) => (_columns, _values) = (columns, values);

    /// <summary>The number of points.</summary>
    public int Count => _columns.Length;

    /// <summary>The columns of a point's row, ascending.</summary>
    public ReadOnlySpan<int> ColumnsOf(int point) => _columns[point];

    /// <summary>The values of a point's row, in the same order.</summary>
    public ReadOnlySpan<float> ValuesOf(int point) => _values[point];

    /// <summary>Computes the probabilities.</summary>
    /// <param name="neighbours">Neighbours with squared distances, about three times as many as the perplexity.</param>
    /// <param name="perplexity">The effective number of neighbours: above 1 and below the number of neighbours.</param>
    public static Affinities Of(Neighbours neighbours, double perplexity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(perplexity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(perplexity, neighbours.K);
        int count = neighbours.Count, k = neighbours.K;
        var conditional = new double[count * k];
        Parallel.For(0, count, i => Condition(neighbours.DistancesOf(i), perplexity, conditional.AsSpan(i * k, k)));
        return Symmetric(neighbours, conditional);
    }

    // Finds the Gaussian's precision at which the entropy is the logarithm of the perplexity, by bisection.
    private static void Condition(ReadOnlySpan<float> squaredDistances, double perplexity, Span<double> probabilities)
    {
        double target = Math.Log(perplexity), precision = 1, low = 0, high = double.PositiveInfinity;
        for (int step = 0; step < MaxSearchSteps; step++)
        {
            double sum = 0, weighted = 0;
            for (int j = 0; j < probabilities.Length; j++)
            {
                // Relative to the nearest, so that the probabilities of distant points do not underflow; the common factor cancels out.
                double distance = squaredDistances[j] - (double)squaredDistances[0];
                probabilities[j] = Math.Exp(-precision * distance);
                sum += probabilities[j];
                weighted += probabilities[j] * distance;
            }

            for (int j = 0; j < probabilities.Length; j++)
            {
                probabilities[j] /= sum;
            }

            double excess = Math.Log(sum) + (precision * weighted / sum) - target;
            if (Math.Abs(excess) < EntropyTolerance)
            {
                return;
            }

            (low, high) = excess > 0 ? (precision, high) : (low, precision);
            precision = double.IsPositiveInfinity(high) ? precision * 2 : (low + high) / 2;
        }
    }

    // (P + transposed P) / 2n.
    private static Affinities Symmetric(Neighbours neighbours, double[] conditional)
    {
        int count = neighbours.Count, k = neighbours.K;
        Dictionary<int, double>[] rows = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>(2 * k))];
        for (int i = 0; i < count; i++)
        {
            for (int n = 0; n < k; n++)
            {
                int j = neighbours.Of(i)[n];
                rows[i][j] = rows[i].GetValueOrDefault(j) + conditional[(i * k) + n];
                rows[j][i] = rows[j].GetValueOrDefault(i) + conditional[(i * k) + n];
            }
        }

        double scale = 1.0 / (2.0 * count);
        int[][] columns = Array.ConvertAll(rows, row => row.Keys.Order().ToArray());
        return new Affinities(columns, [.. columns.Select((row, i) => Array.ConvertAll(row, column => (float)(rows[i][column] * scale)))]);
    }
}
