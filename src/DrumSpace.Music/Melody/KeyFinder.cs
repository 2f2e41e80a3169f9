namespace DrumSpace.Music.Melody;

/// <summary>
/// Finds the key of music by the Krumhansl-Schmuckler algorithm (Krumhansl 1990, "Cognitive Foundations of Musical Pitch"): the key whose
/// pitch-class profile correlates best with the durations of the pitch classes.
/// </summary>
public static class KeyFinder
{
    // The probe-tone ratings of Krumhansl and Kessler 1982, from the tonic up.
    private static ReadOnlySpan<double> Major => [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];

    private static ReadOnlySpan<double> Minor => [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>Finds the key.</summary>
    /// <param name="durations">How long each pitch class sounds, C first: 12 numbers, none negative, in any unit.</param>
    /// <returns>The most likely key; C major when all durations are equal, as in silence.</returns>
    /// <exception cref="ArgumentException">There are not 12 numbers.</exception>
    public static MusicalKey Find(ReadOnlySpan<double> durations)
    {
        if (durations.Length != 12)
        {
            throw new ArgumentException($"There are 12 pitch classes, not {durations.Length}.", nameof(durations));
        }

        MusicalKey best = default;
        double highest = double.NegativeInfinity;
        for (int tonic = 0; tonic < 12; tonic++)
        {
            foreach (KeyMode mode in (ReadOnlySpan<KeyMode>)[KeyMode.Major, KeyMode.Minor])
            {
                double correlation = Correlate(durations, mode == KeyMode.Major ? Major : Minor, tonic);
                if (correlation > highest)
                {
                    (best, highest) = (new MusicalKey(tonic, mode), correlation);
                }
            }
        }

        return best;
    }

    // Pearson's correlation times the durations' deviation, which is the same for every key.
    private static double Correlate(ReadOnlySpan<double> durations, ReadOnlySpan<double> profile, int tonic)
    {
        double mean = 0;
        foreach (double rating in profile)
        {
            mean += rating / 12;
        }

        double product = 0, squares = 0;
        for (int degree = 0; degree < 12; degree++)
        {
            double rating = profile[degree] - mean;
            product += durations[(tonic + degree) % 12] * rating;
            squares += rating * rating;
        }

        return product / Math.Sqrt(squares);
    }
}
