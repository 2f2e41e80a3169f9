namespace DrumSpace.Music;

/// <summary>
/// When a probability is a hit: it reaches its voice's threshold, after density and fill have moved its odds. The engine plays by this
/// rule, and songs are written by it.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HitThreshold
{
    /// <summary>
    /// What density adds to the logit of each probability at its upper end, and takes away at its lower. Measured over 2000 random points
    /// of the shipped model `flagship`: 12 hits at the lower end, 32 in the middle, 77 at the upper.
    /// </summary>
    public const double DensityReach = 3;

    /// <summary>
    /// What a full fill adds to the logits of its voices at its last step. Measured over 1000 random points of the shipped model `flagship`,
    /// at fills of 0, 25, 50, 75 and 100 %: 3, 6, 9, 14 and 19 hits of these voices in the bar.
    /// </summary>
    public const double FillReach = 9;

    /// <summary>The voices that a fill thickens: the snare and the three toms.</summary>
    public const int FillVoices = 1 << (int)Voice.Snare | 1 << (int)Voice.LowFloorTom | 1 << (int)Voice.LowTom | 1 << (int)Voice.HiMidTom;

    /// <summary>What the odds of every probability are raised by at a density.</summary>
    /// <param name="density">0 to 1: how many hits are played; a half, which gives 1, for the model's own thresholds.</param>
    public static double DensityOdds(double density) => Math.Exp(DensityReach * (2 * density - 1));

    /// <summary>What the odds of the fill's voices are raised by besides.</summary>
    /// <param name="fill">0 to 1: how much the fill adds.</param>
    /// <param name="rise">How far the fill has risen, 0 to 1; 0 outside of it.</param>
    public static double FillOdds(double fill, double rise) => fill > 0 && rise > 0 ? Math.Exp(FillReach * fill * rise) : 1;

    /// <summary>The voices that are hit at a step: those whose odds, so raised, reach the odds of their thresholds.</summary>
    /// <param name="mask">The voices that are hit at the model's own thresholds: what counts, to the bit, where nothing is raised.</param>
    /// <param name="cells">The step's 14 probabilities.</param>
    /// <param name="thresholds">The voices' 14 thresholds.</param>
    /// <param name="density">From <see cref="DensityOdds"/>.</param>
    /// <param name="fill">From <see cref="FillOdds"/>.</param>
    /// <returns>A mask: bit v set for voice v.</returns>
    public static int Reaching(int mask, ReadOnlySpan<float> cells, ReadOnlySpan<float> thresholds, double density, double fill)
    {
        if (density == 1 && fill == 1)
        {
            return mask;
        }

        int hits = 0;
        for (int voice = 0; voice < cells.Length; voice++)
        {
            double odds = (FillVoices >> voice & 1) != 0 ? density * fill : density;
            double cell = cells[voice];
            double threshold = thresholds[voice];
            bool isHit = odds == 1 ? (mask >> voice & 1) != 0 : cell * (1 - threshold) * odds >= threshold * (1 - cell);
            hits |= (isHit ? 1 : 0) << voice;
        }

        return hits;
    }
}
