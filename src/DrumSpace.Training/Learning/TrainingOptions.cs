namespace DrumSpace.Training.Learning;

/// <summary>The options of a training run. Equal options and data give equal weights, bit by bit.</summary>
public sealed record TrainingOptions
{
    /// <summary>The kind of model; see <see cref="Models.ModelKinds"/>.</summary>
    public string Kind { get; init; } = Models.Autoencoder.KindName;

    /// <summary>The number of epochs, at least 1.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>The seed of the initial weights and the order of the patterns.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The number of patterns in a batch, at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's initial learning rate; it decays to 0 along a half cosine (Loshchilov and Hutter 2017).</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="TrainingException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        if (Epochs < 1)
        {
            throw new TrainingException($"the number of epochs must be at least 1, not {Epochs}");
        }

        if (BatchSize < 1)
        {
            throw new TrainingException($"the batch size must be at least 1, not {BatchSize}");
        }

        if (!(LearningRate > 0))
        {
            throw new TrainingException($"the learning rate must be above 0, not {LearningRate}");
        }
    }
}
