using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Common;

/// <summary>What the training of common beats is made of besides its data.</summary>
public sealed record CommonOptions : CompanionOptions
{
    /// <summary>The options that the shipped common beats were trained with.</summary>
    public CommonOptions()
    {
        Epochs = 750;
        BatchSize = 128;
        LearningRate = 2e-3;
    }

    /// <summary>The deviation, in units of the latent, of the moves by which the points around a beat's place are learnt.</summary>
    public double Reach { get; init; } = 0.5;

    /// <summary>
    /// The deviation by which a point is moved before it is taught what is found there: the wider, the more of the way from beat to beat is
    /// spread over the knobs' travel, and the less of each beat is left.
    /// </summary>
    public double Softness { get; init; } = 0.15;

    /// <summary>How far from a point the drums look for their beats, each group to another side: the farther, the smaller the steps from beat to beat.</summary>
    public double Apart { get; init; } = 0.3;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(Reach > 0, $"the reach must be above 0, not {Reach}");
        Check(Softness >= 0, $"the softness must be at least 0, not {Softness}");
        Check(Apart >= 0, $"the drums must look at least 0 apart, not {Apart}");
    }
}
