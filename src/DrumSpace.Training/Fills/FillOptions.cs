using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Fills;

/// <summary>The options of a fill's training. Their names are part of a run's fingerprint in checkpoints.</summary>
public sealed record FillOptions : CompanionOptions
{
    /// <summary>The options of the shipped fills.</summary>
    public FillOptions()
    {
        Epochs = 60;
        BatchSize = 64;
        LearningRate = 2e-3;
        WeightDecay = 0.1;
    }

    /// <summary>
    /// The share of hits that are hidden from a step's prediction, so that it does not depend on single ones: when fills are generated, some
    /// of the hits before are wrong.
    /// </summary>
    public double LeftOutHits { get; init; } = 0.1;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(LeftOutHits is >= 0 and < 1, $"the share of hidden hits must be from 0 to below 1, not {LeftOutHits}");
    }
}
