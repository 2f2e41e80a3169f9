using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

/// <summary>Numbers and tensors for tests.</summary>
internal static class Values
{
    public static readonly Scalar One = 1.0.ToScalar();
    public static readonly Scalar Two = 2.0.ToScalar();
    public static readonly Scalar Five = 5.0.ToScalar();

    /// <summary>A row of one value.</summary>
    public static Tensor Full(int count, float value) => tensor([.. Enumerable.Repeat(value, count)], [count]);

    /// <summary>The indices 0 .. count - 1.</summary>
    public static Tensor Indices(int count) => tensor([.. Enumerable.Range(0, count).Select(static i => (long)i)], [count]);
}
