namespace DrumSpace.Music.Structure;

/// <summary>What a song's self-similarity shows at a glance: how much comes again, how far apart, and how much is told in parts.</summary>
/// <param name="Bars">The song's length.</param>
/// <param name="NearLikeness">How alike bars are to those up to four bars away, on the mean of the lags.</param>
/// <param name="FarLikeness">The same for bars from 16 bars away to three quarters of the song.</param>
/// <param name="FarRepeats">Of the bars, the share that come again, much alike, at least eight bars away.</param>
/// <param name="Returns">
/// Of the bars, the share that lie in a passage of four bars that comes again, in order and on the mean much alike, at least eight bars away.
/// </param>
/// <param name="Different">Different bars, of all.</param>
/// <param name="LagContrast">How unequal the lags are from eight bars on (deviation of their means): parts come back after certain times, not at any.</param>
/// <param name="Novelty">How clear the clearest beginnings of parts are: the novelty that a tenth of the bars exceeds.</param>
public sealed record SongStructure(
    int Bars, double NearLikeness, double FarLikeness, double FarRepeats, double Returns, double Different, double LagContrast, double Novelty)
{
    /// <summary>The fewest bars that have a structure to speak of.</summary>
    public const int MinBars = 32;

    /// <summary>From this likeness on, bars and passages count as the same again.</summary>
    public const double Alike = 0.8;

    private const int Near = 4, FarAway = 16, Away = 8, Passage = 4, Reach = 4;
    private const double LongestShare = 0.75, NoveltyQuantile = 0.9;

    // Likeness is a mean of two ratios of small whole numbers: what is meant to be 0.8 must not fail by a rounding.
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

        int longest = (int)(song.Size * LongestShare);
        double[] lags = [.. Enumerable.Range(1, longest).Select(song.AtLag)];
        return new SongStructure(
            song.Size,
            lags[..Near].Average(),
            lags[(FarAway - 1)..].Average(),
            Share(ComingAgain(song, 1)),
            Share(ComingAgain(song, Passage)),
            Share([.. Enumerable.Range(0, song.Size).Select(bar => !Enumerable.Range(0, bar).Any(before => song[before, bar] >= 1 - Rounding))]),
            Deviation(lags[(Away - 1)..]),
            Quantile([.. Enumerable.Range(Reach, song.Size - 2 * Reach + 1).Select(bar => song.NoveltyAt(bar, Reach))], NoveltyQuantile));
    }

    // The bars that lie in a passage that comes again.
    private static bool[] ComingAgain(SelfSimilarity song, int length)
    {
        var again = new bool[song.Size];
        for (int lag = Away; lag <= song.Size - length; lag++)
        {
            for (int start = 0; start + lag + length <= song.Size; start++)
            {
                double sum = 0;
                for (int bar = start; bar < start + length; bar++)
                {
                    sum += song[bar, bar + lag];
                }

                if (sum >= (Alike - Rounding) * length)
                {
                    Array.Fill(again, true, start, length);
                    Array.Fill(again, true, start + lag, length);
                }
            }
        }

        return again;
    }

    private static double Share(bool[] bars) => (double)bars.Count(bar => bar) / bars.Length;

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>A quantile of some numbers, between neighbours where it falls between them.</summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">0 to 1: 0.5 for the median.</param>
    public static double Quantile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, Math.Max(0, sorted.Length - 2));
        return sorted.Length == 1 ? sorted[0] : sorted[below] + (sorted[below + 1] - sorted[below]) * (place - below);
    }
}
