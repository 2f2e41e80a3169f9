using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// How syncopated kick and snare are, after Longuet-Higgins and Lee 1984, "The rhythmic interpretation of monophonic music": a hit
/// followed by silence on a stronger place of the bar is a syncopation, as strong as the place is stronger than the hit's own.
/// </summary>
public static class Syncopation
{
    private const int StepsPerBar = 16;
    private const ushort Voices = (1 << (int)Voice.BassDrum) | (1 << (int)Voice.Snare);

    /// <summary>The sum of a pattern's syncopations; the pattern repeats, so that its end leads to its beginning.</summary>
    /// <returns>0 for a pattern on the beat; each syncopation adds 1 to 4.</returns>
    public static double Of(in Pattern pattern)
    {
        int sum = 0;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            if ((pattern[step] & Voices) == 0)
            {
                continue;
            }

            int strongest = int.MinValue;
            for (int ahead = 1; ahead < Pattern.StepCount; ahead++)
            {
                int next = (step + ahead) % Pattern.StepCount;
                if ((pattern[next] & Voices) != 0)
                {
                    break;
                }

                strongest = Math.Max(strongest, Weight(next));
            }

            sum += Math.Max(strongest - Weight(step), 0);
        }

        return sum;
    }

    // 0 at the bar's beginning, one less at each finer division: the half -1, quarters -2, eighths -3, sixteenths -4.
    private static int Weight(int step)
    {
        int place = step % StepsPerBar;
        return place == 0 ? 0 : int.TrailingZeroCount(place) - 4;
    }
}
