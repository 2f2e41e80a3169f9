using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>What evaluation asks of a model: from pattern to latent and back. One thread at a time.</summary>
public interface IBeatCoder
{
    /// <summary>The point of the latent space that stands for a pattern.</summary>
    Latent Encode(in Pattern pattern);

    /// <summary>The pattern that a point stands for, at the model's own thresholds.</summary>
    Pattern Decode(in Latent latent);
}
