using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>The prior of a model without one: mean and deviation of the encoded training set, as the paper's authors did.</summary>
public static class TrainingPrior
{
    /// <summary>Encodes the training set and computes the mean and deviation of each axis.</summary>
    /// <param name="name">The model's name, for error messages.</param>
    /// <param name="coder">The model.</param>
    /// <param name="training">The training set.</param>
    /// <exception cref="TrainingException">There is no training set, or its latents do not vary.</exception>
    public static LatentPrior Of(string name, IPatternCoder coder, Pattern[] training)
    {
        if (training.Length == 0)
        {
            throw new TrainingException($"{name}: the model has no prior, and there is no data to encode instead.");
        }

        try
        {
            return LatentPrior.Of(Array.ConvertAll(training, pattern => coder.Encode(pattern)));
        }
        catch (ArgumentException error)
        {
            throw new TrainingException($"{name}: the encoded data does not vary: {error.Message}", error);
        }
    }
}
