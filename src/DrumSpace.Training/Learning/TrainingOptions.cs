namespace DrumSpace.Training.Learning;

/// <summary>What a training run is made of besides its data. Equal options and data give equal weights, bit by bit.</summary>
public sealed record TrainingOptions
{
    /// <summary>The kind of model; see <see cref="Models.ModelKinds"/>.</summary>
    public string Kind { get; init; } = Models.AutoEncoder.KindName;

    /// <summary>How many times the training set is gone through; at least 1.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Decides the first weights and the order of the patterns.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Patterns a step; at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's step size at the beginning; it falls to nothing along a half cosine (Loshchilov and Hutter 2017) by the last epoch.</summary>
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
