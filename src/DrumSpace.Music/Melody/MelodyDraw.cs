namespace DrumSpace.Music.Melody;

/// <summary>
/// Samples tokens from a model's logits: a softmax at a temperature, without ties after rests and without notes outside a scale. Equal
/// seeds give equal melodies.
/// </summary>
/// <param name="seed">Any number.</param>
/// <remarks>A value; drawing allocates nothing and does not block.</remarks>
public struct MelodyDraw(ulong seed)
{
    private SplitMix64 _random = new(seed);

    /// <summary>Draws the next token.</summary>
    /// <param name="logits">A logit per token; overwritten.</param>
    /// <param name="previous">The token of the step before; a rest at the first step.</param>
    /// <param name="temperature">Above 0: 1 samples the model's distribution, less favours the most likely tokens.</param>
    /// <param name="degrees">The allowed degrees, a mask as in <see cref="ScaleDegrees"/>.</param>
    /// <returns>The token.</returns>
    public int Next(Span<float> logits, int previous, float temperature, int degrees)
    {
        if (previous == MelodyToken.Rest)
        {
            logits[MelodyToken.Tie] = float.NegativeInfinity;
        }

        for (int token = MelodyToken.FirstNote; token < logits.Length && degrees != ScaleDegrees.All; token++)
        {
            if (!ScaleDegrees.Has(degrees, MelodyToken.DegreeOf(token)))
            {
                logits[token] = float.NegativeInfinity;
            }
        }

        float max = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            max = MathF.Max(max, logit);
        }

        float sum = 0;
        foreach (ref float logit in logits)
        {
            logit = MathF.Exp((logit - max) / temperature);
            sum += logit;
        }

        float left = _random.NextFloat() * sum;
        int last = 0;
        for (int token = 0; token < logits.Length; token++)
        {
            if (logits[token] > 0)
            {
                last = token;
                left -= logits[token];
                if (left < 0)
                {
                    return token;
                }
            }
        }

        // Rounding can leave a remainder after the last possible token.
        return last;
    }
}
