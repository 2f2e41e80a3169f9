using System.Numerics;
using DrumSpace.Music;

namespace DrumSpace.Training.Map;

/// <summary>
/// Points of a space of few dimensions, stored axis by axis, so that distances are vectorised. Any thread may read it.
/// </summary>
public sealed class PointCloud
{
    private readonly float[][] _axes;

    /// <summary>Creates a cloud on the given arrays, without copying.</summary>
    /// <param name="axes">At least one axis, each with the coordinate of each point.</param>
    public PointCloud(params float[][] axes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(axes.Length);
        if (axes.Any(axis => axis.Length != axes[0].Length))
        {
            throw new ArgumentException("All axes must have the same number of points.", nameof(axes));
        }

        _axes = axes;
    }

    /// <summary>Creates a cloud of latents.</summary>
    public static PointCloud Of(Latent[] latents) =>
        new([.. Enumerable.Range(0, Latent.Dimensions).Select(axis => Array.ConvertAll(latents, latent => latent[axis]))]);

    /// <summary>The number of points.</summary>
    public int Count => _axes[0].Length;

    /// <summary>The number of axes.</summary>
    public int Dimensions => _axes.Length;

    /// <summary>The coordinates of all points on an axis.</summary>
    public ReadOnlySpan<float> Axis(int axis) => _axes[axis];

    /// <summary>The squared Euclidean distances from one point to all: a <see cref="DistanceRow"/>.</summary>
    /// <remarks>Elementwise, without sums across elements, so the bits do not depend on the processor's vector width.</remarks>
    public void SquaredDistances(int from, Span<float> into)
    {
        Span<float> sums = into[..Count];
        sums.Clear();
        foreach (float[] axis in _axes)
        {
            float here = axis[from];
            Vector<float> all = new(here);
            int i = 0;
            for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<float> difference = new Vector<float>(axis, i) - all;
                (new Vector<float>(sums[i..]) + (difference * difference)).CopyTo(sums[i..]);
            }

            for (; i < sums.Length; i++)
            {
                float difference = axis[i] - here;
                sums[i] += difference * difference;
            }
        }
    }
}
