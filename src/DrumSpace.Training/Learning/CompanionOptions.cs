namespace DrumSpace.Training.Learning;

/// <summary>The common options of the trainings of a bundle's companions: groove, fills and melody.</summary>
public abstract record CompanionOptions : RunOptions
{
    /// <summary>AdamW's weight decay (Loshchilov and Hutter 2019).</summary>
    public double WeightDecay { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Check(WeightDecay >= 0, $"the weight decay must be at least 0, not {WeightDecay}");
    }
}
