using DrumSpace.Music;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// How far a cloud of latents is from the standard normal distribution: the sliced Wasserstein distance (Kolouri et al. 2018, "Sliced
/// Wasserstein Auto-Encoders"). Cloud and normal sample are seen from random directions; along each, both are sorted and compared.
/// </summary>
internal static class SlicedDistance
{
    private const int Directions = 16;

    /// <summary>The mean squared distance over directions and latents; a scalar that can be differentiated.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="random">Draws the directions and the normal sample.</param>
    public static Tensor FromNormal(Tensor latents, SeededRandom random)
    {
        int rows = (int)latents.shape[0];
        Tensor directions = UnitColumns(random);
        Tensor seen = latents.matmul(directions);
        float[] places = seen.detach().data<float>().ToArray();
        float[] targets = Noise.Normal(random, rows, Latent.Dimensions).matmul(directions).data<float>().ToArray();
        for (int direction = 0; direction < Directions; direction++)
        {
            float[] sorted = Column(targets, direction);
            Array.Sort(sorted);
            int[] order = [.. Enumerable.Range(0, rows)];
            Array.Sort(Column(places, direction), order);
            for (int rank = 0; rank < rows; rank++)
            {
                targets[(order[rank] * Directions) + direction] = sorted[rank];
            }
        }

        return (seen - tensor(targets, new long[] { rows, Directions })).square().mean();
    }

    private static Tensor UnitColumns(SeededRandom random)
    {
        Tensor directions = Noise.Normal(random, Latent.Dimensions, Directions);
        return directions / directions.square().sum(0, keepdim: true).sqrt();
    }

    private static float[] Column(float[] matrix, int column)
    {
        var values = new float[matrix.Length / Directions];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = matrix[(row * Directions) + column];
        }

        return values;
    }
}
