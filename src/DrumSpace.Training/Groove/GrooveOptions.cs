namespace DrumSpace.Training.Groove;

/// <summary>What the training of a groove is made of besides its data. Equal options and data give equal weights, bit by bit.</summary>
public sealed record GrooveOptions
{
    /// <summary>How many times the windows are gone through; at least 1.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Decides the first weights, the order of the windows and which voices are left out.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Windows a step; at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>AdamW's step size at the beginning; it falls to nothing along a half cosine by the last epoch.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>AdamW's decay of the weights (Loshchilov and Hutter 2019).</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>
    /// The share of voices that are left out of a window each time it comes, so that the others do not hang on them: fewer drummers than
    /// patterns played the data, and a pattern must not give the drummer away.
    /// </summary>
    public double LeftOutVoices { get; init; } = 0.2;

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
        Check(LeftOutVoices is >= 0 and < 1, $"the share of voices left out must be from 0 to below 1, not {LeftOutVoices}");
    }
}
