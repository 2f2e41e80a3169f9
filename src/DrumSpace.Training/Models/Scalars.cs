using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Numbers as operands, and sums that use them.</summary>
/// <remarks>
/// TorchSharp passes a scalar to native code by its handle and does not keep the object alive meanwhile, so a garbage collection may free
/// it in the middle of the call. Scalars are therefore kept in fields, here and in the models; TorchSharp's operator + makes one of its
/// own, so sums are written with <c>add</c>, or with <c>Plus</c>.
/// </remarks>
internal static class Scalars
{
    /// <summary>1.</summary>
    public static readonly Scalar One = 1.0.ToScalar();

    /// <summary>2.</summary>
    public static readonly Scalar Two = 2.0.ToScalar();

    /// <summary>1/2.</summary>
    public static readonly Scalar Half = 0.5.ToScalar();

    /// <summary>The sum, broadcasting.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>The sum of each element and a number.</summary>
    public static Tensor Plus(this Tensor left, Scalar right) => left.add(right, One);
}
