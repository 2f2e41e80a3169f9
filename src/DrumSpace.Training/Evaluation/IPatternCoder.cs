using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>A model as the evaluation sees it: an encoder and a decoder. One thread at a time.</summary>
public interface IPatternCoder
{
    /// <summary>Encodes a pattern by the encoder alone.</summary>
    Latent Encode(in Pattern pattern);

    /// <summary>Finds the latents that decode to the most similar patterns; the encoder's unless there is a search.</summary>
    Latent[] Find(Pattern[] patterns) => Array.ConvertAll(patterns, pattern => Encode(pattern));

    /// <summary>Decodes a latent, with the model's thresholds.</summary>
    /// <param name="latent">The latent.</param>
    /// <param name="variation">The amount and the seed of variation; none by default.</param>
    Pattern Decode(in Latent latent, PatternVariation variation = default);
}
