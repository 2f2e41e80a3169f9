using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Groove;

/// <summary>The options of a groove's training. Their names are part of a run's fingerprint in checkpoints.</summary>
public sealed record GrooveOptions : CompanionOptions
{
    /// <summary>The options of the shipped groove.</summary>
    public GrooveOptions()
    {
        Epochs = 8;
        BatchSize = 96;
        LearningRate = 3e-3;
        WeightDecay = 0.1;
    }

    /// <summary>
    /// The share of voices that are dropped from a window in each epoch, so that predictions do not depend on single voices: there are few
    /// drummers in the data, and the model must not recognise a drummer by the pattern.
    /// </summary>
    public double LeftOutVoices { get; init; } = 0.1;

    /// <summary>The share of the units of a hidden layer that are dropped (Srivastava et al. 2014, "Dropout").</summary>
    public double Dropout { get; init; } = 0.3;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(LeftOutVoices is >= 0 and < 1, $"the share of dropped voices must be from 0 to below 1, not {LeftOutVoices}");
        Check(Dropout is >= 0 and < 1, $"the dropout must be from 0 to below 1, not {Dropout}");
    }
}
