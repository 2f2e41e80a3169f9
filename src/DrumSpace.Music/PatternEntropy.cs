namespace DrumSpace.Music;

/// <summary>
/// The variety of a pattern's steps: the Shannon entropy, in nats, of its 32 step masks, empty steps included.
/// 0 for 32 equal steps, ln 32 = 3.4657 for 32 different ones.
/// </summary>
/// <remarks>H(p) = - sum over distinct masks v of (n_v / 32) ln(n_v / 32), found on the raw and filtered samples that the authors of arXiv
/// 2007.06284 published.</remarks>
public static class PatternEntropy
{
    // n ln n for n = 0 .. 32: H = ln 32 - (sum of n_v ln n_v) / 32.
    private static readonly double[] CountTimesLog =
        [0, .. Enumerable.Range(1, Pattern.StepCount).Select(count => count * Math.Log(count))];

    /// <summary>The entropy of a pattern, in nats, 0 to ln 32. Any thread; allocates nothing.</summary>
    public static double Of(in Pattern pattern)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        pattern.Masks.CopyTo(masks);
        masks.Sort();
        double sum = 0;
        int run = 1;
        for (int step = 1; step <= masks.Length; step++)
        {
            bool isSame = step < masks.Length && masks[step] == masks[step - 1];
            sum += isSame ? 0 : CountTimesLog[run];
            run = isSame ? run + 1 : 1;
        }

        return (CountTimesLog[Pattern.StepCount] - sum) / Pattern.StepCount;
    }
}
