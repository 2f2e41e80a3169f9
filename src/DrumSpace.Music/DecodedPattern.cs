namespace DrumSpace.Music;

/// <summary>
/// What a model outputs for a point of its latent space. Made once and written over again, never resized, so that decoding allocates nothing.
/// </summary>
public sealed class DecodedPattern
{
    /// <summary>The probability of a hit per cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Probabilities { get; } = new float[Pattern.CellCount];

    /// <summary>The threshold per voice, above 0 and below 1: a cell whose probability reaches it is a hit. A half before the first decode.</summary>
    public float[] Thresholds { get; } = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];

    /// <summary>The hits at the thresholds; <see cref="ApplyThresholds"/> sets it.</summary>
    public Pattern Pattern { get; set; }

    /// <summary>The point that was decoded, in the model's units.</summary>
    public Latent Latent { get; set; }

    /// <summary>Sets <see cref="Pattern"/> to the cells whose probability reaches their voice's threshold. NaN never is a hit.</summary>
    public void ApplyThresholds()
    {
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        for (int step = 0; step < masks.Length; step++)
        {
            ReadOnlySpan<float> cells = Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount);
            int mask = 0;
            for (int voice = 0; voice < cells.Length; voice++)
            {
                mask |= (cells[voice] >= Thresholds[voice] ? 1 : 0) << voice;
            }

            masks[step] = (ushort)mask;
        }

        Pattern = new Pattern(masks);
    }

    /// <summary>Becomes a copy of another pattern.</summary>
    public void CopyFrom(DecodedPattern other)
    {
        other.Probabilities.CopyTo(Probabilities, 0);
        other.Thresholds.CopyTo(Thresholds, 0);
        Pattern = other.Pattern;
        Latent = other.Latent;
    }
}
