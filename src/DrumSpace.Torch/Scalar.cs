namespace TorchSharp;

/// <summary>A single number as an operand; <see cref="ScalarExtensionMethods"/> makes it of one.</summary>
/// <remarks>
/// In TorchSharp numbers convert implicitly, to an object that nothing refers to while native code reads it: a garbage collection in that
/// moment frees it. Here they do not convert, so that source for both keeps each scalar in a field or in a <c>using</c> declaration. For
/// the same reason tensors have no operator + here: TorchSharp's passes such an object, and <see cref="torch.Tensor.add(torch.Tensor,
/// Scalar)"/> takes it from the caller.
/// </remarks>
public readonly struct Scalar : IDisposable
{
    internal Scalar(double value) => Value = value;

    internal double Value { get; }

    /// <summary>Does nothing; in TorchSharp it frees the native number.</summary>
    public void Dispose()
    {
    }
}
