namespace DrumSpace.Music.Structure;

/// <summary>Statistics of a song's self-similarity: how much repeats, at what distances, and how clearly parts are separated.</summary>
/// <param name="Bars">The song's length.</param>
/// <param name="NearSimilarity">The mean similarity of bars 1 to 4 bars apart.</param>
/// <param name="FarSimilarity">The mean similarity of bars from 16 bars to three quarters of the song apart.</param>
/// <param name="RepeatedBars">The share of bars that repeat at least eight bars away.</param>
/// <param name="RepeatedPassages">The share of bars in a passage of four bars that repeats, in order, at least eight bars away.</param>
/// <param name="DistinctBars">The share of distinct bars.</param>
/// <param name="LagContrast">
/// The deviation of the mean similarity by lag, from eight bars on: high where parts repeat at certain distances.
/// </param>
/// <param name="Novelty">The novelty that a tenth of the bars exceeds: high where parts begin clearly.</param>
public sealed record SongStructure(
    int Bars,
    double NearSimilarity,
    double FarSimilarity,
    double RepeatedBars,
    double RepeatedPassages,
    double DistinctBars,
    double LagContrast,
    double Novelty)
{
    /// <summary>The minimum length, in bars, of a song that can be measured.</summary>
    public const int MinBars = 32;

    /// <summary>The mean similarity from which bars and passages count as repeats.</summary>
    public const double RepeatThreshold = 0.8;

    private const int MaxNearLag = 4, MinFarLag = 16, MinRepeatLag = 8, PassageBars = 4, NoveltyReach = 4;
    private const double MaxLagShare = 0.75, NoveltyQuantile = 0.9;

    // Similarity is a mean of ratios of small integers: an exact 0.8 must not fail by rounding.
    private const double Rounding = 1e-9;

    /// <summary>Measures a song.</summary>
    /// <exception cref="ArgumentException">It has fewer than 32 bars.</exception>
    public static SongStructure Of(SelfSimilarity song)
    {
        ArgumentNullException.ThrowIfNull(song);
        if (song.Size < MinBars)
        {
            throw new ArgumentException($"A structure needs {MinBars} bars, not {song.Size}.", nameof(song));
        }

        IEnumerable<int> boundaries = Enumerable.Range(NoveltyReach, song.Size - 2 * NoveltyReach + 1);
        double[] lags = [.. Enumerable.Range(1, (int)(song.Size * MaxLagShare)).Select(song.AtLag)];
        return new SongStructure(
            song.Size,
            lags[..MaxNearLag].Average(),
            lags[(MinFarLag - 1)..].Average(),
            Share(Repeats(song, 1)),
            Share(Repeats(song, PassageBars)),
            Share([.. Enumerable.Range(0, song.Size).Select(bar => IsNew(song, bar))]),
            Deviation(lags[(MinRepeatLag - 1)..]),
            Quantile([.. boundaries.Select(bar => song.NoveltyAt(bar, NoveltyReach))], NoveltyQuantile));
    }

    private static bool IsNew(SelfSimilarity song, int bar) => Enumerable.Range(0, bar).All(other => song[other, bar] < 1 - Rounding);

    // The bars in passages that repeat.
    private static bool[] Repeats(SelfSimilarity song, int length)
    {
        var repeats = new bool[song.Size];
        for (int lag = MinRepeatLag; lag <= song.Size - length; lag++)
        {
            for (int start = 0; start + lag + length <= song.Size; start++)
            {
                double sum = 0;
                for (int bar = start; bar < start + length; bar++)
                {
                    sum += song[bar, bar + lag];
                }

                if (sum >= (RepeatThreshold - Rounding) * length)
                {
                    Array.Fill(repeats, true, start, length);
                    Array.Fill(repeats, true, start + lag, length);
                }
            }
        }

        return repeats;
    }

    private static double Share(bool[] bars) => (double)bars.Count(bar => bar) / bars.Length;

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>A quantile, interpolated linearly.</summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">0 to 1: 0.5 for the median.</param>
    public static double Quantile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double position = share * (sorted.Length - 1);
        int below = Math.Min((int)position, Math.Max(0, sorted.Length - 2));
        return sorted.Length == 1 ? sorted[0] : sorted[below] + (sorted[below + 1] - sorted[below]) * (position - below);
    }
}
