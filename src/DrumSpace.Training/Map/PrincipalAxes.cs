namespace DrumSpace.Training.Map;

/// <summary>
/// Principal component analysis of points of few dimensions: the plane in which they spread the most. It is the plain map that t-SNE is
/// compared with, and where t-SNE begins, so that near and far on the large keep a meaning (Kobak and Berens 2019).
/// </summary>
public static class PrincipalAxes
{
    private const int MaxSweeps = 60;

    /// <summary>Projects points on the two axes of largest variance.</summary>
    /// <param name="points">At least one point, of two dimensions or more.</param>
    /// <returns>The coordinates around the mean, the axis of largest variance first. Each axis points to where its largest weight is
    /// positive, so that the sign is no accident.</returns>
    public static (double[] X, double[] Y) Project(PointCloud points)
    {
        int dimensions = points.Dimensions;
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 2);
        double[] mean = [.. Enumerable.Range(0, dimensions).Select(axis => Mean(points.Axis(axis)))];
        var covariance = new double[dimensions, dimensions];
        for (int row = 0; row < dimensions; row++)
        {
            for (int column = 0; column < dimensions; column++)
            {
                for (int i = 0; i < points.Count; i++)
                {
                    covariance[row, column] += (points.Axis(row)[i] - mean[row]) * (points.Axis(column)[i] - mean[column]);
                }
            }
        }

        double[,] vectors = Diagonalize(covariance);
        int[] order = [.. Enumerable.Range(0, dimensions).OrderByDescending(axis => covariance[axis, axis])];
        return (Along(points, mean, vectors, order[0]), Along(points, mean, vectors, order[1]));
    }

    // Jacobi's rotations (Golub and Van Loan, "Matrix Computations", section 8.5): leaves the eigenvalues on the diagonal.
    private static double[,] Diagonalize(double[,] a)
    {
        int size = a.GetLength(0);
        var vectors = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            vectors[i, i] = 1;
        }

        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            for (int p = 0; p < size - 1; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        return vectors;
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        double tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        double c = 1 / Math.Sqrt(1 + (t * t)), s = t * c;
        int size = a.GetLength(0);
        for (int k = 0; k < size; k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
            (vectors[k, p], vectors[k, q]) = ((c * vectors[k, p]) - (s * vectors[k, q]), (s * vectors[k, p]) + (c * vectors[k, q]));
        }

        for (int k = 0; k < size; k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        }
    }

    private static double[] Along(PointCloud points, double[] mean, double[,] vectors, int axis)
    {
        int size = mean.Length;
        int largest = Enumerable.Range(0, size).MaxBy(row => Math.Abs(vectors[row, axis]));
        double sign = vectors[largest, axis] < 0 ? -1 : 1;
        var along = new double[points.Count];
        for (int row = 0; row < size; row++)
        {
            for (int i = 0; i < along.Length; i++)
            {
                along[i] += sign * vectors[row, axis] * (points.Axis(row)[i] - mean[row]);
            }
        }

        return along;
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
