namespace DrumSpace.Music;

/// <summary>
/// What a model outputs for a point of its latent space. Made once and written over again, never resized, so that decoding allocates
/// nothing.
/// </summary>
public sealed class DecodedPattern
{
    /// <summary>The probability of a hit per cell, 0 to 1; cell = step * 14 + voice.</summary>
    public float[] Probabilities { get; } = new float[Pattern.CellCount];

    /// <summary>
    /// The threshold per voice, above 0 and below 1: a cell whose probability reaches it is a hit. A half before the first decode.
    /// </summary>
    public float[] Thresholds { get; } = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];

    /// <summary>The hits at the thresholds; <see cref="ApplyThresholds"/> sets it.</summary>
    public Pattern Pattern { get; set; }

    /// <summary>The point that was decoded, in the model's units.</summary>
    public Latent Latent { get; set; }

    /// <summary>Sets <see cref="Pattern"/> to the cells whose probability reaches their voice's threshold. NaN never is a hit.</summary>
    public void ApplyThresholds() => Pattern = PatternCells.AtThresholds(Probabilities, Thresholds);

    /// <summary>Becomes a copy of another pattern.</summary>
    public void CopyFrom(DecodedPattern other)
    {
        other.Probabilities.CopyTo(Probabilities, 0);
        other.Thresholds.CopyTo(Thresholds, 0);
        Pattern = other.Pattern;
        Latent = other.Latent;
    }
}
