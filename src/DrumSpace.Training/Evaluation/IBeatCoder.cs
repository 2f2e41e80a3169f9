using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>What evaluation asks of a model: from pattern to latent and back. One thread at a time.</summary>
public interface IBeatCoder
{
    /// <summary>The point of the latent space that stands for a pattern.</summary>
    Latent Encode(in Pattern pattern);

    /// <summary>The pattern that a point stands for, at the model's own thresholds.</summary>
    /// <param name="latent">The point.</param>
    /// <param name="variation">How the beat strays from what the model says; not at all unless given.</param>
    Pattern Decode(in Latent latent, PatternVariation variation = default);
}
