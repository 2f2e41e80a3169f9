namespace TorchSharp.Modules;

/// <summary>What does not change from step to step.</summary>
internal readonly record struct AdamOptions(double Beta1, double Beta2, double Epsilon, double WeightDecay, bool Decoupled)
{
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Beta1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Beta1, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Beta2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Beta2, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(WeightDecay);
    }
}
