using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Melody;

/// <summary>What the training of a melody is made of besides its data.</summary>
public sealed record MelodyOptions : CompanionOptions
{
    /// <summary>The options that the shipped melody was trained with.</summary>
    public MelodyOptions()
    {
        Epochs = 8;
        BatchSize = 64;
        LearningRate = 2e-3;
        WeightDecay = 0.05;
    }

    /// <summary>The share of units that dropout silences.</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>The share of the tokens before that are hidden from the model, so that it listens to the drums instead.</summary>
    public double HiddenTokens { get; init; } = 0.15;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(Dropout is >= 0 and < 1, $"the dropout must be from 0 to below 1, not {Dropout}");
        Check(HiddenTokens is >= 0 and < 1, $"the share of hidden tokens must be from 0 to below 1, not {HiddenTokens}");
    }
}
