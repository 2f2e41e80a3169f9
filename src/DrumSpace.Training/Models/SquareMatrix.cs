namespace DrumSpace.Training.Models;

/// <summary>What the axes of a space need of small square matrices, [row, column].</summary>
internal static class SquareMatrix
{
    public static double[,] Multiply(double[,] a, double[,] b)
    {
        int size = a.GetLength(0);
        var product = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                for (int k = 0; k < size; k++)
                {
                    product[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return product;
    }

    /// <summary>The inverse, by Gauss and Jordan with pivots.</summary>
    /// <exception cref="ArithmeticException">There is none.</exception>
    public static double[,] Invert(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] left = (double[,])matrix.Clone(), right = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            right[i, i] = 1;
        }

        for (int column = 0; column < size; column++)
        {
            int pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(left[row, column]));
            double value = left[pivot, column];
            if (!(Math.Abs(value) > 1e-12))
            {
                throw new ArithmeticException("the matrix has no inverse");
            }

            for (int k = 0; k < size; k++)
            {
                (left[pivot, k], left[column, k]) = (left[column, k], left[pivot, k] / value);
                (right[pivot, k], right[column, k]) = (right[column, k], right[pivot, k] / value);
            }

            for (int row = 0; row < size; row++)
            {
                double factor = row == column ? 0 : left[row, column];
                for (int k = 0; k < size && factor != 0; k++)
                {
                    left[row, k] -= factor * left[column, k];
                    right[row, k] -= factor * right[column, k];
                }
            }
        }

        return right;
    }

    /// <summary>The lower triangular L with L L^T = matrix, which must be symmetric and positive definite (Cholesky).</summary>
    public static double[,] LowerRoot(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        var root = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= root[i, k] * root[j, k];
                }

                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }
        }

        return root;
    }

    /// <summary>
    /// The rotation (or reflection) nearest to a matrix: its polar factor, by Newton's iteration (Higham 1986, "Computing the polar
    /// decomposition"). It is also the rotation R that makes the trace of R^T matrix largest (Schönemann 1966).
    /// </summary>
    /// <exception cref="ArithmeticException">The matrix has no inverse, so that no rotation is the nearest.</exception>
    public static double[,] NearestRotation(double[,] matrix)
    {
        const int Iterations = 60;
        int size = matrix.GetLength(0);
        double[,] rotation = (double[,])matrix.Clone();
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            double[,] inverse = Invert(rotation);
            var next = new double[size, size];
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < size; j++)
                {
                    next[i, j] = (rotation[i, j] + inverse[j, i]) / 2;
                }
            }

            rotation = next;
        }

        return rotation;
    }
}
