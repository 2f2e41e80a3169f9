namespace DrumSpace.Music;

/// <summary>
/// A learnt fill: a bar in place of the pattern's last. Its steps are counted to the end of the bar that it fills. Made once and written
/// over again.
/// </summary>
/// <remarks>One thread at a time, the audio thread included: nothing but the constructor allocates, nothing blocks.</remarks>
public sealed class PatternFill
{
    /// <summary>The steps of a fill.</summary>
    public const int StepCount = Pattern.StepsPerBar;

    /// <summary>The cells of a fill; cell = step * 14 + voice.</summary>
    public const int CellCount = StepCount * Pattern.VoiceCount;

    /// <summary>
    /// The voices that play the fill: bit v set for <see cref="Voice"/> v. Pinned ones keep their rows. 0 where no fill was learnt.
    /// </summary>
    public int Voices { get; set; }

    /// <summary>The probability of a hit per cell, 0 to 1; from a half on it is a hit.</summary>
    public float[] Probabilities { get; } = new float[CellCount];

    /// <summary>How hard a drummer would hit each cell, 0 to 1; known for <see cref="PlayablePattern.GrooveVoices"/>.</summary>
    public float[] Velocities { get; } = new float[CellCount];

    /// <summary>How far from its step a drummer would play each cell, in steps: -0.5 (early) to 0.5 (late); known likewise.</summary>
    public float[] Offsets { get; } = new float[CellCount];

    /// <summary>The steps at the end of a bar that a fill takes.</summary>
    /// <param name="amount">0 to 1: none to all 16.</param>
    public static int StepsOf(double amount) => (int)Math.Ceiling(StepCount * amount);

    /// <summary>The hits of a step, of all voices.</summary>
    /// <param name="step">0 to 15.</param>
    /// <param name="density">The factor on the odds, from <see cref="HitThreshold.DensityOdds"/>.</param>
    /// <returns>A mask: bit v set for voice v.</returns>
    public int HitsAt(int step, double density)
    {
        int hits = 0;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            double cell = Probabilities[step * Pattern.VoiceCount + voice];
            hits |= (cell * density >= 1 - cell ? 1 : 0) << voice;
        }

        return hits;
    }

    /// <summary>The pattern with the fill in place of its second bar; voices that do not play the fill keep their rows.</summary>
    public Pattern In(in Pattern pattern)
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        pattern.Masks.CopyTo(masks);
        for (int step = 0; step < StepCount; step++)
        {
            ref ushort mask = ref masks[Pattern.StepCount - StepCount + step];
            mask = (ushort)((mask & ~Voices) | (HitsAt(step, density: 1) & Voices));
        }

        return new Pattern(masks);
    }

    /// <summary>Becomes a copy of another fill.</summary>
    public void CopyFrom(PatternFill other)
    {
        Voices = other.Voices;
        other.Probabilities.CopyTo(Probabilities, 0);
        other.Velocities.CopyTo(Velocities, 0);
        other.Offsets.CopyTo(Offsets, 0);
    }
}
