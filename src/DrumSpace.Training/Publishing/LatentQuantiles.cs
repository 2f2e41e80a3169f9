using DrumSpace.Music;

namespace DrumSpace.Training.Publishing;

/// <summary>The quantiles of encoded patterns per axis: the table that <see cref="KnobMapping"/> maps knobs by.</summary>
public static class LatentQuantiles
{
    /// <summary>Points an axis: fine enough that a knob's travel follows the data, few enough for a readable manifest.</summary>
    public const int Points = 65;

    /// <summary>Measures the quantiles, with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996).</summary>
    /// <param name="latents">At least one latent.</param>
    /// <returns>Four tables; point i is the quantile at i/64, the first the smallest coordinate and the last the largest.</returns>
    public static float[][] Of(ReadOnlySpan<Latent> latents)
    {
        ArgumentOutOfRangeException.ThrowIfZero(latents.Length);
        var tables = new float[Latent.Dimensions][];
        var sorted = new float[latents.Length];
        for (int axis = 0; axis < tables.Length; axis++)
        {
            for (int i = 0; i < sorted.Length; i++)
            {
                sorted[i] = latents[i][axis];
            }

            Array.Sort(sorted);
            tables[axis] = new float[Points];
            for (int point = 0; point < Points; point++)
            {
                double place = (double)point / (Points - 1) * (sorted.Length - 1);
                int left = (int)place;
                int right = Math.Min(left + 1, sorted.Length - 1);
                tables[axis][point] = (float)(sorted[left] + (place - left) * ((double)sorted[right] - sorted[left]));
            }
        }

        return tables;
    }
}
