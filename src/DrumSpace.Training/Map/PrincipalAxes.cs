using DrumSpace.Training.Models;
using MathNet.Numerics.LinearAlgebra;

namespace DrumSpace.Training.Map;

/// <summary>
/// Principal component analysis of points of few dimensions: the plane in which they vary the most. It is the plain map that t-SNE is
/// compared with, and its starting point, so that large distances keep a meaning (Kobak and Berens 2019).
/// </summary>
public static class PrincipalAxes
{
    /// <summary>Projects points on the two axes of largest variance.</summary>
    /// <param name="points">At least one point, of two dimensions or more.</param>
    /// <returns>The coordinates around the mean, the axis of largest variance first. Each axis points to where its largest weight is
    /// positive, so that its sign is determined.</returns>
    public static (double[] X, double[] Y) Project(PointCloud points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Dimensions, 2);
        Matrix<double> rows = DenseAlgebra.Create(points.Count, points.Dimensions, (point, axis) => points.Axis(axis)[point]);
        Vector<double> mean = DenseAlgebra.Mean(rows);

        // The eigenvalues ascend.
        Matrix<double> vectors = DenseAlgebra.Covariance(rows).Evd(Symmetricity.Symmetric).EigenVectors;
        return (Along(vectors.Column(points.Dimensions - 1)), Along(vectors.Column(points.Dimensions - 2)));

        double[] Along(Vector<double> direction)
        {
            Vector<double> axis = direction * (direction[direction.AbsoluteMaximumIndex()] < 0 ? -1 : 1);
            return (rows * axis - axis.DotProduct(mean)).ToArray();
        }
    }
}
