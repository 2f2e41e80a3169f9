using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// The syncopation of kick and snare, after Longuet-Higgins and Lee 1984, "The rhythmic interpretation of monophonic music": a hit followed
/// by a rest on a stronger position of the bar is a syncopation, whose strength is the difference of the metrical weights.
/// </summary>
public static class Syncopation
{
    private const int StepsPerBar = 16;
    private const ushort Voices = (1 << (int)Voice.BassDrum) | (1 << (int)Voice.Snare);

    /// <summary>The sum of a pattern's syncopations; the pattern is a loop.</summary>
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

    // 0 at the start of the bar, and one less at each finer division: half -1, quarters -2, eighths -3, sixteenths -4.
    private static int Weight(int step)
    {
        int position = step % StepsPerBar;
        return position == 0 ? 0 : int.TrailingZeroCount(position) - 4;
    }
}
