using DrumSpace.Music;

namespace DrumSpace.Training.Fills;

/// <summary>
/// Finds fills in longer recordings: bars with more toms, or more snare in their second half, than the two bars before, which are alike;
/// after them a crash begins the next bar, or that is more like the bar before than the fill is. docs/experiments/fills.md has what it
/// finds.
/// </summary>
public static class FillFinder
{
    private const int Toms = 1 << (int)Voice.LowFloorTom | 1 << (int)Voice.LowTom | 1 << (int)Voice.HiMidTom;
    private const int Snare = 1 << (int)Voice.Snare;
    private const int Crash = 1 << (int)Voice.Crash;
    private const int MoreToms = 2;
    private const int MoreSnares = 3;
    private const int CrashSteps = 2;
    private const double SteadySimilarity = 0.5;

    /// <summary>Finds the fills of a recording.</summary>
    /// <param name="windows">Its windows of two bars, one at each bar, in order.</param>
    /// <returns>
    /// Each fill with the pattern before it: first the bar before the fill, then the one before that, which is where the fill comes in a
    /// pattern of two bars.
    /// </returns>
    public static IEnumerable<FillExample> Find(IReadOnlyList<Pattern> windows)
    {
        for (int i = 2; i < windows.Count; i++)
        {
            if (IsFill(windows[i - 2], windows[i - 1], windows[i]))
            {
                Pattern before = windows[i - 2];
                yield return new FillExample(PatternBars.Join(before.Second(), before.First()), windows[i - 1], IsRecorded: false);
            }
        }
    }

    // Bars 1 and 2, 2 and 3, 3 and 4: whether the third is a fill.
    private static bool IsFill(in Pattern before, in Pattern filled, in Pattern after)
    {
        if (!before.Second().SequenceEqual(filled.First()) || !filled.Second().SequenceEqual(after.First())
            || PatternBars.Count(after.Second(), Pattern.AllVoices) == 0
            || Similarity(before.First(), before.Second()) < SteadySimilarity)
        {
            return false;
        }

        const int Half = Pattern.StepsPerBar / 2;
        bool isBusier = Exceeds(filled.Second(), before, Toms, 0, MoreToms) || Exceeds(filled.Second(), before, Snare, Half, MoreSnares);
        return isBusier && (PatternBars.Count(after.Second()[..CrashSteps], Crash) > 0
            || Similarity(after.Second(), before.Second()) > Similarity(filled.Second(), before.Second()));
    }

    private static bool Exceeds(ReadOnlySpan<ushort> bar, in Pattern before, int voices, int from, int by) =>
        PatternBars.Count(bar[from..], voices) >= by + Math.Max(
            PatternBars.Count(before.First()[from..], voices), PatternBars.Count(before.Second()[from..], voices));

    private static double Similarity(ReadOnlySpan<ushort> bar, ReadOnlySpan<ushort> other)
    {
        ushort[] silence = new ushort[Pattern.StepsPerBar];
        return PatternBars.Join(bar, silence).SimilarityTo(PatternBars.Join(other, silence));
    }
}
