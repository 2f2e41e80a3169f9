using DrumSpace.Music;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Chooses the threshold of each voice, the probability from which on a cell is a hit: the one with the best F-measure on the given
/// patterns (van Rijsbergen 1979). Rare voices need a threshold below 0.5, because their probabilities are low.
/// </summary>
public static class ThresholdSearch
{
    /// <summary>The threshold of a voice with fewer than 20 hits.</summary>
    public const float Default = 0.5f;

    private const int Candidates = 100;
    private const int MinHits = 20;

    /// <summary>Chooses the thresholds.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="patterns">The training set; never held-out patterns.</param>
    /// <param name="recallWeight">The weight of recall relative to precision, the F-measure's beta; 1 for F1.</param>
    /// <returns>14 thresholds in hundredths, 0.01 to 0.99.</returns>
    public static float[] Best(PatternModel model, ReadOnlySpan<Pattern> patterns, double recallWeight = 1)
    {
        // hits[voice, c] and empties[voice, c] count the cells with a probability in the c-th hundredth.
        var hits = new long[Pattern.VoiceCount, Candidates];
        var empties = new long[Pattern.VoiceCount, Candidates];
        float[] probabilities = model.Decode(model.Encode(patterns));
        for (int i = 0; i < probabilities.Length; i++)
        {
            int cell = i % Pattern.CellCount, voice = cell % Pattern.VoiceCount;
            int bin = Math.Min((int)(probabilities[i] * Candidates), Candidates - 1);
            bool isHit = patterns[i / Pattern.CellCount].Has((Voice)voice, cell / Pattern.VoiceCount);
            (isHit ? hits : empties)[voice, bin]++;
        }

        var thresholds = new float[Pattern.VoiceCount];
        for (int voice = 0; voice < thresholds.Length; voice++)
        {
            thresholds[voice] = Best(hits, empties, voice, recallWeight * recallWeight);
        }

        return thresholds;
    }

    private static float Best(long[,] hits, long[,] empties, int voice, double weight)
    {
        long total = 0;
        for (int bin = 0; bin < Candidates; bin++)
        {
            total += hits[voice, bin];
        }

        if (total < MinHits)
        {
            return Default;
        }

        long found = 0, wrong = 0;
        double best = -1;
        int threshold = 0;
        for (int bin = Candidates - 1; bin > 0; bin--)
        {
            found += hits[voice, bin];
            wrong += empties[voice, bin];
            double measure = (1 + weight) * found / (weight * total + found + wrong);
            if (measure > best)
            {
                (best, threshold) = (measure, bin);
            }
        }

        return threshold / (float)Candidates;
    }
}
