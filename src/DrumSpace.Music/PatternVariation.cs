namespace DrumSpace.Music;

/// <summary>
/// How far a pattern moves from what its model decodes at a point, and which way. A model with a residual latent (a CVAE) decodes another
/// pattern for each seed. For any other model each cell's logit is moved by noise of its own from the logistic distribution, so that
/// cells near their threshold change first and those that the model is sure of last.
/// </summary>
/// <param name="Amount">
/// 0 to 1; at 0 the pattern is the model's own. It scales the residual latent, which at 1 is standard normal, and the noise, by which at 1
/// and a threshold of a half a cell is a hit exactly as often as its probability.
/// </param>
/// <param name="Seed">Another seed gives another pattern, an equal seed the same: noise depends on seed, step and voice alone.</param>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public readonly record struct PatternVariation(double Amount, int Seed)
{
    // Tell these streams of noise from others of the same seed.
    private const int HitStream = 0x56617279;
    private const int CoordinateStream = 0x436F6F72;

    /// <summary>Writes a residual latent: independent normal numbers of deviation <see cref="Amount"/>.</summary>
    /// <param name="residual">As many numbers as the model has; written over.</param>
    public void WriteResidual(Span<float> residual)
    {
        if (!(Amount > 0))
        {
            residual.Clear();
            return;
        }

        for (int i = 0; i < residual.Length; i++)
        {
            residual[i] = (float)(Amount * HashNoise.NormalOf(Seed ^ CoordinateStream, i));
        }
    }

    /// <summary>A cell's probability, moved by its noise.</summary>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="voice">The voice, 0 to 13.</param>
    /// <param name="probability">0 to 1; NaN stays NaN.</param>
    /// <returns>0 to 1; 0 and 1 stay what they are.</returns>
    public float Vary(int step, int voice, float probability)
    {
        if (!(Amount > 0))
        {
            return probability;
        }

        // The logit of uniform noise has the logistic distribution; adding to a logit multiplies the odds by the exponential.
        double noise = HashNoise.Of(Seed ^ HitStream, step, voice) + HashNoise.Middle;
        double hit = probability * Math.Pow(noise / (1 - noise), Amount);
        return (float)(hit / (hit + 1 - probability));
    }

    /// <summary>Varies all cells of a pattern, and sets its hits anew.</summary>
    /// <param name="pattern">Decoded without variation; varied in place.</param>
    public void Apply(DecodedPattern pattern)
    {
        if (!(Amount > 0))
        {
            return;
        }

        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            ref float probability = ref pattern.Probabilities[cell];
            probability = Vary(cell / Pattern.VoiceCount, cell % Pattern.VoiceCount, probability);
        }

        pattern.ApplyThresholds();
    }
}
