using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>Draws patterns in proportion to weights.</summary>
/// <remarks>Thread-safe. Systematic sampling: a pattern's copies differ from its share by less than one.</remarks>
public sealed class WeightedDraw
{
    private readonly double[] _ends;

    /// <summary>Takes the weights.</summary>
    /// <param name="weights">One for each pattern, none below 0; at least one above.</param>
    public WeightedDraw(ReadOnlySpan<double> weights)
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

    /// <summary>Draws the indices of as many patterns as there are, in ascending order.</summary>
    /// <param name="random">Draws the offset.</param>
    public int[] Draw(SeededRandom random)
    {
        var drawn = new int[_ends.Length];
        double offset = random.NextFloat();
        int next = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            double place = (i + offset) / drawn.Length * _ends[^1];
            while (next < drawn.Length - 1 && _ends[next] <= place)
            {
                next++;
            }

            drawn[i] = next;
        }

        return drawn;
    }

    /// <summary>Draws as many patterns as there are.</summary>
    /// <param name="patterns">The patterns that the weights belong to.</param>
    /// <param name="random">Draws the offset.</param>
    public Pattern[] Draw(ReadOnlySpan<Pattern> patterns, SeededRandom random)
    {
        int[] drawn = Draw(random);
        var chosen = new Pattern[drawn.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = patterns[drawn[i]];
        }

        return chosen;
    }
}
