using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Groove;

/// <summary>What the training of a groove is made of besides its data.</summary>
public sealed record GrooveOptions : CompanionOptions
{
    /// <summary>The options that the shipped groove was trained with.</summary>
    public GrooveOptions()
    {
        Epochs = 30;
        BatchSize = 128;
        LearningRate = 1e-3;
        WeightDecay = 0.1;
    }

    /// <summary>
    /// The share of voices that are left out of a window each time it comes, so that the others do not hang on them: fewer drummers than
    /// patterns played the data, and a pattern must not give the drummer away.
    /// </summary>
    public double LeftOutVoices { get; init; } = 0.2;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(LeftOutVoices is >= 0 and < 1, $"the share of voices left out must be from 0 to below 1, not {LeftOutVoices}");
    }
}
