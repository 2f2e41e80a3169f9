namespace DrumSpace.Plugin.Parameters;

/// <summary>A scale of some values and nothing between them, evenly laid over 0 to 1; what lies between reads as the nearest.</summary>
public abstract class SteppedScale : ParameterScale
{
    /// <summary>The number of values, at least 2.</summary>
    public abstract int Count { get; }

    /// <summary>The value that a normalized value reads as: 0 to <see cref="Count"/> - 1.</summary>
    /// <param name="normalized">0 to 1.</param>
    public int StepOf(float normalized) => (int)MathF.Round(normalized * (Count - 1));

    /// <summary>The normalized value of a step.</summary>
    /// <param name="step">0 to <see cref="Count"/> - 1.</param>
    public float At(int step) => step / (float)(Count - 1);
}
