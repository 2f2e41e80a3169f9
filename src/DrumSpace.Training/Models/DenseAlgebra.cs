using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace DrumSpace.Training.Models;

/// <summary>
/// The linear algebra of latent spaces, by MathNet's managed provider on one thread, so that equal input gives equal bits whatever native
/// libraries a machine has.
/// </summary>
internal static class DenseAlgebra
{
    static DenseAlgebra()
    {
        Control.UseManaged();
        Control.UseSingleThread();
    }

    /// <summary>A matrix from its elements.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="element">The element in a row and a column.</param>
    public static Matrix<double> Create(int rows, int columns, Func<int, int, double> element) =>
        Matrix<double>.Build.Dense(rows, columns, element);

    /// <summary>The mean of points, a row each.</summary>
    public static Vector<double> Mean(Matrix<double> points) => points.ColumnSums() / points.RowCount;

    /// <summary>The covariance of points, a row each, divided by their number.</summary>
    public static Matrix<double> Covariance(Matrix<double> points)
    {
        Vector<double> mean = Mean(points);
        Matrix<double> centred = Create(points.RowCount, points.ColumnCount, (row, column) => points[row, column] - mean[column]);
        return centred.TransposeThisAndMultiply(centred) / points.RowCount;
    }

    /// <summary>
    /// The symmetric matrix W with W C W = 1: coordinates with the covariance C, multiplied by it, have deviation 1 and no correlation, and
    /// change as little as that takes (Kessy, Lewin and Strimmer 2018, "Optimal whitening and decorrelation").
    /// </summary>
    /// <param name="covariance">C, symmetric and positive definite.</param>
    public static Matrix<double> Whitening(Matrix<double> covariance)
    {
        Evd<double> evd = covariance.Evd(Symmetricity.Symmetric);
        Vector<double> scales = evd.EigenValues.Map(value => 1 / Math.Sqrt(value.Real));
        return evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(scales) * evd.EigenVectors.Transpose();
    }

    /// <summary>
    /// The rotation (or reflection) nearest to a matrix. It is also the rotation R that makes the trace of R^T matrix largest (Schönemann
    /// 1966, "A generalized solution of the orthogonal Procrustes problem").
    /// </summary>
    /// <param name="matrix">A square matrix.</param>
    public static Matrix<double> NearestRotation(Matrix<double> matrix)
    {
        Svd<double> svd = matrix.Svd();
        return svd.U * svd.VT;
    }
}
