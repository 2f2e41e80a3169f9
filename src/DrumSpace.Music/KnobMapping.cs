namespace DrumSpace.Music;

/// <summary>
/// Maps knob positions to the latent space and back by the quantiles of the encoded training set, axis by axis: a knob at p means the p-th
/// quantile, so that equal parts of a knob's travel hold equally many training patterns. Piecewise linear between the table's points, which
/// are equally spaced in p; monotone; clamped at both ends.
/// </summary>
/// <remarks>Immutable; any thread, the audio thread included: neither mapping allocates, locks or throws.</remarks>
public sealed class KnobMapping
{
    /// <summary>The minimum number of points of an axis: its two ends.</summary>
    public const int MinPoints = 2;

    /// <summary>The maximum number of points of an axis.</summary>
    public const int MaxPoints = 1025;

    private readonly float[][] _quantiles;

    /// <summary>Makes a mapping from tables, which are copied.</summary>
    /// <param name="quantiles">
    /// Four tables in the latent's units, 2 to 1025 points each: point i of n is the quantile at i/(n-1).
    /// </param>
    /// <exception cref="ArgumentException"><see cref="FindError"/> finds one.</exception>
    public KnobMapping(IReadOnlyList<IReadOnlyList<float>> quantiles)
    {
        if (FindError(quantiles) is { } error)
        {
            throw new ArgumentException(error, nameof(quantiles));
        }

        _quantiles = [.. quantiles.Select(axis => axis.ToArray())];
    }

    /// <summary>What is wrong with tables of quantiles, with axis and point; null when nothing is.</summary>
    public static string? FindError(IReadOnlyList<IReadOnlyList<float>>? quantiles)
    {
        if (quantiles is null || quantiles.Count != Latent.Dimensions)
        {
            return $"there must be {Latent.Dimensions} axes of quantiles, not {quantiles?.Count ?? 0}";
        }

        for (int axis = 0; axis < quantiles.Count; axis++)
        {
            if (FindAxisError(quantiles[axis]) is { } error)
            {
                return $"quantiles of axis {axis}: {error}";
            }
        }

        return null;
    }

    /// <summary>The latent point of four knob positions. A position outside 0 to 1 is clamped; NaN counts as 0.5.</summary>
    public Latent ToLatent(in Knobs knobs)
    {
        Latent latent = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            latent[axis] = ToLatent(axis, knobs[axis]);
        }

        return latent;
    }

    /// <summary>The coordinate of one knob position on an axis, 0 to 3; clamped as in <see cref="ToLatent(in Knobs)"/>.</summary>
    public float ToLatent(int axis, float knob)
    {
        float[] table = _quantiles[axis];

        // In double, and as a sum rather than a weighted mean: each operation rounds monotonically, so the mapping is monotone to the
        // last digit, and the span of two extreme floats still fits.
        double position = (float.IsNaN(knob) ? 0.5 : Math.Clamp(knob, 0f, 1f)) * (table.Length - 1);
        int left = Math.Min((int)position, table.Length - 2);
        double start = table[left];
        return (float)(start + (table[left + 1] - start) * (position - left));
    }

    /// <summary>
    /// The knob positions, 0 to 1, closest to a latent point. A coordinate outside the table is clamped to its end; NaN gives 0.5; one that
    /// several positions share gives the lowest of them.
    /// </summary>
    public Knobs ToKnobs(in Latent latent)
    {
        Knobs knobs = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            knobs[axis] = ToKnob(axis, latent[axis]);
        }

        return knobs;
    }

    /// <summary>The knob position of one coordinate on an axis, 0 to 3; as in <see cref="ToKnobs"/>.</summary>
    public float ToKnob(int axis, float coordinate)
    {
        float[] table = _quantiles[axis];
        if (float.IsNaN(coordinate))
        {
            return 0.5f;
        }

        // The first point that is not below the coordinate; the coordinate lies on the segment that ends there.
        int low = 0;
        int high = table.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (table[middle] < coordinate)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return 0f;
        }

        if (low == table.Length)
        {
            return 1f;
        }

        double start = table[low - 1];
        double along = (coordinate - start) / (table[low] - start);
        return (float)((low - 1 + along) / (table.Length - 1));
    }

    private static string? FindAxisError(IReadOnlyList<float>? axis)
    {
        if (axis is null || axis.Count is < MinPoints or > MaxPoints)
        {
            return $"there must be {MinPoints} to {MaxPoints} points, not {axis?.Count ?? 0}";
        }

        for (int i = 0; i < axis.Count; i++)
        {
            if (!float.IsFinite(axis[i]))
            {
                return $"point {i} is not a finite number";
            }

            if (i > 0 && axis[i] < axis[i - 1])
            {
                return $"point {i} is below point {i - 1}, and quantiles never fall";
            }
        }

        return axis[^1] > axis[0] ? null : "all points are equal, so the knob would have no effect";
    }
}
