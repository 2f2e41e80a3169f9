namespace DrumSpace.Training.Learning;

/// <summary>The options of a model's training.</summary>
public sealed record TrainingOptions : RunOptions
{
    /// <summary>The default options: 40 epochs, batches of 128, a learning rate of 0.002.</summary>
    public TrainingOptions() => (Epochs, BatchSize, LearningRate) = (40, 128, 2e-3);

    /// <summary>The kind of model; see <see cref="Models.ModelKinds"/>.</summary>
    public string Kind { get; init; } = Models.Autoencoder.KindName;
}
