namespace DrumSpace.Training.Melody;

/// <summary>What the training of a melody is made of besides its data. Equal options and data give equal weights, bit by bit.</summary>
public sealed record MelodyOptions
{
    /// <summary>How many times the lines are gone through; at least 1.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Decides the first weights, the order, the transpositions and what is left out.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Lines a step; at least 1.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>AdamW's step size at the beginning; it falls to nothing along a half cosine by the last epoch.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>AdamW's decay of the weights (Loshchilov and Hutter 2019).</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>The share of units that dropout silences.</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>The share of the tokens before that are hidden from the model, so that it listens to the drums instead.</summary>
    public double HiddenTokens { get; init; } = 0.15;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="TrainingException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        static void Check(bool good, string what)
        {
            if (!good)
            {
                throw new TrainingException(what);
            }
        }

        Check(Epochs >= 1, $"the number of epochs must be at least 1, not {Epochs}");
        Check(BatchSize >= 1, $"the batch size must be at least 1, not {BatchSize}");
        Check(LearningRate > 0, $"the learning rate must be above 0, not {LearningRate}");
        Check(WeightDecay >= 0, $"the weight decay must be at least 0, not {WeightDecay}");
        Check(Dropout is >= 0 and < 1, $"the dropout must be from 0 to below 1, not {Dropout}");
        Check(HiddenTokens is >= 0 and < 1, $"the share of hidden tokens must be from 0 to below 1, not {HiddenTokens}");
    }
}
