namespace DrumSpace.Training.Data;

/// <summary>Samples patterns in proportion to weights.</summary>
/// <remarks>Thread-safe. Systematic sampling: the number of a pattern's copies differs from its share by less than one.</remarks>
public sealed class WeightedSampler
{
    private readonly double[] _ends;

    /// <summary>Creates a sampler.</summary>
    /// <param name="weights">The weight of each pattern, 0 or more; at least one is above 0.</param>
    public WeightedSampler(ReadOnlySpan<double> weights)
    {
        _ends = new double[weights.Length];
        double end = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weights[i], nameof(weights));
            end += weights[i];
            _ends[i] = end;
        }

        ArgumentOutOfRangeException.ThrowIfZero(end, nameof(weights));
    }

    /// <summary>Samples the indices of as many patterns as there are, in ascending order.</summary>
    /// <param name="random">Draws the offset.</param>
    public int[] Sample(SeededRandom random)
    {
        var drawn = new int[_ends.Length];
        double offset = random.NextFloat();
        int next = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            double position = (i + offset) / drawn.Length * _ends[^1];
            while (next < drawn.Length - 1 && _ends[next] <= position)
            {
                next++;
            }

            drawn[i] = next;
        }

        return drawn;
    }
}
