using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>Where to draw from when a model does not say it: the spread of the encoded training set, as the paper's authors did.</summary>
public static class TrainingPrior
{
    /// <summary>Encodes the training set and takes mean and deviation of each axis.</summary>
    /// <param name="name">The model's name, for errors.</param>
    /// <param name="coder">The model.</param>
    /// <param name="training">The training set.</param>
    /// <exception cref="TrainingException">There is no training set, or its encoding has no spread.</exception>
    public static LatentPrior Of(string name, IBeatCoder coder, ReadOnlySpan<Pattern> training)
    {
        if (training.Length == 0)
        {
            throw new TrainingException($"{name}: the model does not say where to draw from, and there is no data to encode instead.");
        }

        var latents = new Latent[training.Length];
        for (int i = 0; i < latents.Length; i++)
        {
            latents[i] = coder.Encode(training[i]);
        }

        try
        {
            return LatentPrior.Of(latents);
        }
        catch (ArgumentException error)
        {
            throw new TrainingException($"{name}: the encoded data has no spread: {error.Message}", error);
        }
    }
}
