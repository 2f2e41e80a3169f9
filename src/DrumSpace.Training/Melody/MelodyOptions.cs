using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Melody;

/// <summary>The options of a melody's training. Their names are part of a run's fingerprint in checkpoints.</summary>
public sealed record MelodyOptions : CompanionOptions
{
    /// <summary>The options of the shipped melody.</summary>
    public MelodyOptions()
    {
        Epochs = 8;
        BatchSize = 64;
        LearningRate = 2e-3;
        WeightDecay = 0.05;
    }

    /// <summary>The dropout rate of the units.</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>The dropout rate of whole tokens before a step, so that the model relies on the drums instead.</summary>
    public double HiddenTokens { get; init; } = 0.15;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(Dropout is >= 0 and < 1, $"the dropout must be from 0 to below 1, not {Dropout}");
        Check(HiddenTokens is >= 0 and < 1, $"the share of hidden tokens must be from 0 to below 1, not {HiddenTokens}");
    }
}
