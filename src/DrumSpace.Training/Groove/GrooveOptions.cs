using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Groove;

/// <summary>The options of a groove's training. Their names are part of a run's fingerprint in checkpoints.</summary>
public sealed record GrooveOptions : CompanionOptions
{
    /// <summary>The options of the shipped groove.</summary>
    public GrooveOptions()
    {
        Epochs = 30;
        BatchSize = 128;
        LearningRate = 1e-3;
        WeightDecay = 0.1;
    }

    /// <summary>
    /// The share of voices that are dropped from a window in each epoch, so that predictions do not depend on single voices: there are few
    /// drummers in the data, and the model must not recognise a drummer by the pattern.
    /// </summary>
    public double LeftOutVoices { get; init; } = 0.2;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(LeftOutVoices is >= 0 and < 1, $"the share of dropped voices must be from 0 to below 1, not {LeftOutVoices}");
    }
}
