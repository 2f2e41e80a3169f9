namespace DrumSpace.Music;

/// <summary>
/// Decides which probabilities are hits: those that reach their voice's threshold after density and fill have scaled their odds. The engine
/// and the song composer share it.
/// </summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HitThreshold
{
    /// <summary>
    /// What full density adds to the logit of each probability; zero density subtracts as much. Measured over 2000 random points of the
    /// shipped model `flagship`: 12 hits at density 0, 32 at a half, 77 at 1.
    /// </summary>
    public const double DensityReach = 3;

    /// <summary>
    /// What a full fill adds to the logits of its voices at its last step. Measured over 1000 random points of the shipped model `flagship`
    /// at fills of 0, 25, 50, 75 and 100 %: 3, 6, 9, 14 and 19 hits of these voices in the bar.
    /// </summary>
    public const double FillReach = 9;

    /// <summary>The voices of fills: the snare and the three toms.</summary>
    public const int FillVoices = 1 << (int)Voice.Snare | 1 << (int)Voice.LowFloorTom | 1 << (int)Voice.LowTom | 1 << (int)Voice.HiMidTom;

    /// <summary>The factor of a density on the odds of every probability.</summary>
    /// <param name="density">0 to 1; a half gives 1: the model's own thresholds.</param>
    public static double DensityOdds(double density) => Math.Exp(DensityReach * (2 * density - 1));

    /// <summary>The further factor of a fill on the odds of its voices.</summary>
    /// <param name="fill">The fill's amount, 0 to 1.</param>
    /// <param name="rise">The position in the fill's ramp, 0 to 1; 0 outside of it.</param>
    public static double FillOdds(double fill, double rise) => fill > 0 && rise > 0 ? Math.Exp(FillReach * fill * rise) : 1;

    /// <summary>The hits of a step: the voices whose scaled odds reach the odds of their thresholds.</summary>
    /// <param name="mask">The hits at the model's own thresholds; returned as they are where both factors are 1.</param>
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
