using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>
/// Draws patterns so that a long file does not outweigh many short ones: one drummer's quarter of an hour gives hundreds of patterns that
/// differ by a hit or two, and a song of three minutes a handful. A pattern is drawn in proportion to 1 over its file's patterns, raised to
/// an exponent.
/// </summary>
/// <remarks>Thread-safe. Systematic sampling: a pattern's copies differ from its share by less than one.</remarks>
public sealed class FileBalance
{
    private readonly double[] _ends;

    /// <summary>Weighs the patterns.</summary>
    /// <param name="files">The number of each pattern's file; at least one.</param>
    /// <param name="exponent">0: every pattern counts alike; 1: every file does.</param>
    public FileBalance(ReadOnlySpan<int> files, double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Length);
        var sizes = new Dictionary<int, int>();
        foreach (int file in files)
        {
            sizes[file] = sizes.GetValueOrDefault(file) + 1;
        }

        _ends = new double[files.Length];
        double end = 0;
        for (int i = 0; i < files.Length; i++)
        {
            end += Math.Pow(sizes[files[i]], -exponent);
            _ends[i] = end;
        }
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
    /// <param name="patterns">The patterns whose files are known.</param>
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
