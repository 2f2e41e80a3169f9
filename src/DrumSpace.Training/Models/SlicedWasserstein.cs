using DrumSpace.Music;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// The sliced Wasserstein distance of latents from the standard normal distribution (Kolouri et al. 2018, "Sliced Wasserstein
/// Auto-Encoders"): latents and a normal sample are projected on random directions, sorted, and compared.
/// </summary>
internal static class SlicedWasserstein
{
    private const int Directions = 16;

    /// <summary>The mean squared distance over directions and latents; a differentiable scalar.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="random">Draws the directions and the normal sample.</param>
    public static Tensor FromNormal(Tensor latents, SeededRandom random)
    {
        int rows = (int)latents.shape[0];
        Tensor directions = UnitColumns(random);
        Tensor projections = latents.matmul(directions);
        float[] positions = TensorValues.Read(projections.detach());
        float[] targets = TensorValues.Read(Noise.Normal(random, rows, Latent.Dimensions).matmul(directions));
        for (int direction = 0; direction < Directions; direction++)
        {
            float[] sorted = Column(targets, direction);
            Array.Sort(sorted);
            int[] order = [.. Enumerable.Range(0, rows)];
            Array.Sort(Column(positions, direction), order);
            for (int rank = 0; rank < rows; rank++)
            {
                targets[(order[rank] * Directions) + direction] = sorted[rank];
            }
        }

        return (projections - tensor(targets, new long[] { rows, Directions })).pow(Scalars.Two).mean();
    }

    private static Tensor UnitColumns(SeededRandom random)
    {
        Tensor directions = Noise.Normal(random, Latent.Dimensions, Directions);
        return directions / directions.pow(Scalars.Two).sum(0, keepdim: true).sqrt();
    }

    private static float[] Column(float[] matrix, int column) =>
        [.. Enumerable.Range(0, matrix.Length / Directions).Select(row => matrix[(row * Directions) + column])];
}
