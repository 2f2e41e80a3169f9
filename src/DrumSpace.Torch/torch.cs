using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Operations;

namespace TorchSharp;

/// <summary>
/// Tensors, automatic differentiation and networks in managed code: the part of TorchSharp's API that training uses, under
/// TorchSharp's names, so that the same source compiles against either.
/// </summary>
/// <remarks>
/// Partial, because TorchSharp nests the types Tensor, nn and optim in this class, and others in those.
/// <para>
/// Tensors are dense and row-major. An operation that returns a strided view in TorchSharp (narrow along an inner dimension) returns a copy
/// here, so do not write in place through its result. One thread records and differentiates a graph. <see cref="set_num_threads"/> sets
/// how many threads share the work inside an operation; results do not depend on it, bit for bit. New layers are all zeros, because
/// training draws every initial weight from numbers of its own.
/// </para>
/// </remarks>
public static partial class torch
{
    /// <summary>The type of a tensor's elements.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>64-bit integers: indices.</summary>
        Int64 = 4,

        /// <summary>Single-precision numbers.</summary>
        Float32 = 6,
    }

    /// <summary>Begins a scope that disposes the tensors created on this thread while it is the innermost scope.</summary>
    /// <returns>The scope.</returns>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Turns gradient recording off on this thread until the result is disposed.</summary>
    /// <returns>Restores the previous mode when disposed.</returns>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>The number of threads that share the work of an operation.</summary>
    /// <returns>1 or more.</returns>
    public static int get_num_threads() => Workers.Threads;

    /// <summary>Sets the number of threads that share the work of an operation. Results do not depend on it.</summary>
    /// <param name="num">1 or more; at most 16 are used.</param>
    public static void set_num_threads(int num) => Workers.Threads = num;

    /// <summary>Creates a tensor of numbers.</summary>
    /// <param name="rawArray">The elements, row-major; copied.</param>
    /// <param name="dimensions">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        CheckCount(rawArray.Length, dimensions);
        Tensor result = Tensor.Empty(dimensions.ToArray());
        rawArray.CopyTo(result.Span);
        return result;
    }

    /// <summary>Creates a tensor of indices.</summary>
    /// <param name="rawArray">The elements, row-major; copied.</param>
    /// <param name="dimensions">The shape.</param>
    /// <returns>An Int64 tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor tensor(long[] rawArray, ReadOnlySpan<long> dimensions)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        CheckCount(rawArray.Length, dimensions);
        return new Tensor(Storage.Of([.. rawArray]), 0, dimensions.ToArray(), ScalarType.Int64);
    }

    /// <summary>Creates a tensor of one number, without dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor tensor(float scalar) => tensor([scalar], []);

    /// <summary>Creates a tensor of zeros.</summary>
    /// <param name="size">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor zeros(params long[] size)
    {
        Tensor result = Tensor.Empty([.. size]);
        result.Span.Clear();
        return result;
    }

    /// <summary>Joins tensors along a dimension.</summary>
    /// <param name="tensors">Float32 tensors whose shapes differ in this dimension only; at least one.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>A copy.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Concatenation.Of([.. tensors], dim);

    private static void CheckCount(long count, ReadOnlySpan<long> dimensions)
    {
        if (Shapes.Count(dimensions) != count)
        {
            throw new ArgumentException($"tensor: {count} elements do not fit shape {Shapes.Format(dimensions)}");
        }
    }
}
