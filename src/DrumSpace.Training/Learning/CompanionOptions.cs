namespace DrumSpace.Training.Learning;

/// <summary>
/// What the trainings of a bundle's companions, groove and melody, have in common. Equal options and data give equal weights, bit by bit.
/// </summary>
public abstract record CompanionOptions
{
    /// <summary>How many times the examples are gone through; at least 1.</summary>
    public int Epochs { get; init; }

    /// <summary>Decides the first weights, the order of the examples and all that is drawn while they are learnt.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Examples a step; at least 1.</summary>
    public int BatchSize { get; init; }

    /// <summary>AdamW's step size at the beginning; it falls to nothing along a half cosine by the last epoch.</summary>
    public double LearningRate { get; init; }

    /// <summary>AdamW's decay of the weights (Loshchilov and Hutter 2019).</summary>
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

    /// <summary>Throws unless an option is good.</summary>
    /// <param name="good">Whether it is.</param>
    /// <param name="what">What it must be, and what it is.</param>
    protected static void Check(bool good, string what)
    {
        if (!good)
        {
            throw new TrainingException(what);
        }
    }
}
