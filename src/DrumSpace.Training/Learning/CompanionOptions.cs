namespace DrumSpace.Training.Learning;

/// <summary>
/// The common options of the trainings of a bundle's companions, groove and melody. Equal options and data give equal weights, bit by bit.
/// </summary>
public abstract record CompanionOptions
{
    /// <summary>The number of epochs, at least 1.</summary>
    public int Epochs { get; init; }

    /// <summary>The seed of the initial weights, the order of the examples and all other random numbers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The number of examples in a batch, at least 1.</summary>
    public int BatchSize { get; init; }

    /// <summary>AdamW's initial learning rate; it decays to 0 along a half cosine.</summary>
    public double LearningRate { get; init; }

    /// <summary>AdamW's weight decay (Loshchilov and Hutter 2019).</summary>
    public double WeightDecay { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="TrainingException">An option is out of range; the message names it.</exception>
    public virtual void Validate()
    {
        Check(Epochs >= 1, $"the number of epochs must be at least 1, not {Epochs}");
        Check(BatchSize >= 1, $"the batch size must be at least 1, not {BatchSize}");
        Check(LearningRate > 0, $"the learning rate must be above 0, not {LearningRate}");
        Check(WeightDecay >= 0, $"the weight decay must be at least 0, not {WeightDecay}");
    }

    /// <summary>Throws unless an option is valid.</summary>
    /// <param name="isValid">Whether it is.</param>
    /// <param name="message">The valid range and the value.</param>
    protected static void Check(bool isValid, string message)
    {
        if (!isValid)
        {
            throw new TrainingException(message);
        }
    }
}
