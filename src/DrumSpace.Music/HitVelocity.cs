namespace DrumSpace.Music;

/// <summary>The velocity of a hit without a groove model: by its position in the bar and its probability.</summary>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public static class HitVelocity
{
    /// <summary>The velocity of the softest hit.</summary>
    public const int Softest = 56;

    /// <summary>The velocity of the loudest hit.</summary>
    public const int Loudest = 120;

    private const int ProbabilityRange = 40;

    /// <summary>
    /// Accents (24 on the bar, 16 on the quarter, 8 on the 8th, none on other 16ths) above <see cref="Softest"/>, and up to 40 by the
    /// probability.
    /// </summary>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="probability">The hit's probability; anything outside 0 to 1 counts as 1.</param>
    /// <returns>56 to 120.</returns>
    public static int Of(int step, float probability)
    {
        int accent = step % 16 == 0 ? 24 : step % 4 == 0 ? 16 : step % 2 == 0 ? 8 : 0;
        float certain = probability is >= 0 and <= 1 ? probability : 1;
        return Softest + accent + (int)MathF.Round(ProbabilityRange * certain);
    }

    /// <summary>A groove model's velocity, mapped to the same range.</summary>
    /// <param name="learnt">0 to 1.</param>
    /// <returns>56 to 120.</returns>
    public static double OfLearnt(float learnt) => Softest + Math.Clamp(learnt, 0, 1) * (double)(Loudest - Softest);

    /// <summary>Maps a velocity linearly to another range.</summary>
    /// <param name="low">What <see cref="Softest"/> becomes, 1 to 127.</param>
    /// <param name="high">What <see cref="Loudest"/> becomes, 1 to 127; below the other, accents are softer.</param>
    /// <param name="velocity">From <see cref="Of"/>.</param>
    public static int Within(int low, int high, int velocity) =>
        low + (int)Math.Round((velocity - Softest) * (high - low) / (double)(Loudest - Softest));
}
