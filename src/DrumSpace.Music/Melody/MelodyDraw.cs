namespace DrumSpace.Music.Melody;

/// <summary>
/// Draws tokens from a model's logits: a softmax at a temperature, without ties that would hold nothing and without notes out of
/// a scale. Equal seeds draw equal lines.
/// </summary>
/// <param name="seed">Any number.</param>
/// <remarks>A value; drawing allocates nothing and does not block.</remarks>
public struct MelodyDraw(ulong seed)
{
    private SplitMix64 _random = new(seed);

    /// <summary>Draws the next token.</summary>
    /// <param name="logits">A logit for each token; they are written over.</param>
    /// <param name="previous">The token before; a rest before the first.</param>
    /// <param name="temperature">Above 0: 1 draws as the model says; less keeps to the likeliest.</param>
    /// <param name="degrees">The degrees that notes may have, as <see cref="ScaleDegrees"/> says.</param>
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

        float highest = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            highest = MathF.Max(highest, logit);
        }

        float sum = 0;
        foreach (ref float logit in logits)
        {
            logit = MathF.Exp((logit - highest) / temperature);
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

        // Rounding can leave a crumb behind the last token that is possible.
        return last;
    }
}
