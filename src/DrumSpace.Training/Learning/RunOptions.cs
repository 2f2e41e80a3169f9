namespace DrumSpace.Training.Learning;

/// <summary>The common options of all trainings. Equal options and data give equal weights, bit by bit.</summary>
public abstract record RunOptions
{
    /// <summary>The number of epochs, at least 1.</summary>
    public int Epochs { get; init; }

    /// <summary>The seed of the initial weights, the order of the examples and all other random numbers.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The number of examples in a batch, at least 1.</summary>
    public int BatchSize { get; init; }

    /// <summary>AdamW's initial learning rate; it decays to 0 along a half cosine (Loshchilov and Hutter 2017).</summary>
    public double LearningRate { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="TrainingException">An option is out of range; the message names it.</exception>
    public virtual void Validate()
    {
        Check(Epochs >= 1, $"the number of epochs must be at least 1, not {Epochs}");
        Check(BatchSize >= 1, $"the batch size must be at least 1, not {BatchSize}");
        Check(LearningRate > 0, $"the learning rate must be above 0, not {LearningRate}");
    }

    /// <summary>Throws unless an option is valid.</summary>
    /// <param name="isValid">Whether it is.</param>
    /// <param name="message">The valid range and the value.</param>
    internal static void Check(bool isValid, string message)
    {
        if (!isValid)
        {
            throw new TrainingException(message);
        }
    }
}
