using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Publishing;

/// <summary>The quantiles of encoded patterns on each axis: the table by which <see cref="KnobMapping"/> maps knobs.</summary>
public static class LatentQuantiles
{
    /// <summary>Points of an axis: enough for a knob's travel to follow the data, few enough for a readable manifest.</summary>
    public const int Points = 65;

    /// <summary>Measures the quantiles, with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996).</summary>
    /// <param name="latents">At least one latent.</param>
    /// <returns>Four tables; point i is the quantile at i/64, the first the smallest coordinate and the last the largest.</returns>
    public static float[][] Of(ReadOnlySpan<Latent> latents)
    {
        ArgumentOutOfRangeException.ThrowIfZero(latents.Length);
        var tables = new float[Latent.Dimensions][];
        for (int axis = 0; axis < tables.Length; axis++)
        {
            double[] sorted = [.. latents.ToArray().Select(latent => (double)latent[axis]).Order()];
            tables[axis] = [.. Enumerable.Range(0, Points).Select(point =>
                (float)SortedArrayStatistics.QuantileCustom(sorted, (double)point / (Points - 1), QuantileDefinition.R7))];
        }

        return tables;
    }
}
