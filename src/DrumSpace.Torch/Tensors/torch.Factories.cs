using TorchSharp.Memory;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Makes a tensor of numbers.</summary>
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

    /// <summary>Makes a tensor of numbers with one dimension.</summary>
    /// <param name="rawArray">The elements; copied.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor tensor(float[] rawArray)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return tensor(rawArray, [rawArray.Length]);
    }

    /// <summary>Makes a tensor of one number, without dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor tensor(float scalar) => tensor([scalar], []);

    /// <summary>Makes a tensor of indices.</summary>
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

    /// <summary>Makes a tensor of indices with one dimension.</summary>
    /// <param name="rawArray">The elements; copied.</param>
    /// <returns>An Int64 tensor.</returns>
    public static Tensor tensor(long[] rawArray)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return tensor(rawArray, [rawArray.Length]);
    }

    /// <summary>Makes a tensor of one index, without dimensions.</summary>
    /// <param name="scalar">The index.</param>
    /// <returns>An Int64 tensor.</returns>
    public static Tensor tensor(long scalar) => tensor([scalar], []);

    /// <summary>Makes a tensor of zeros.</summary>
    /// <param name="size">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor zeros(params long[] size) => full(size, 0);

    /// <summary>Makes a tensor of ones.</summary>
    /// <param name="size">The shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor ones(params long[] size) => full(size, 1);

    /// <summary>Makes a tensor of one value.</summary>
    /// <param name="size">The shape.</param>
    /// <param name="value">The value.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor full(long[] size, Scalar value)
    {
        ArgumentNullException.ThrowIfNull(size);
        Tensor result = Tensor.Empty([.. size]);
        result.Span.Fill(value.Single);
        return result;
    }

    /// <summary>Makes a tensor of zeros of another's shape.</summary>
    /// <param name="input">The tensor with the shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor zeros_like(Tensor input) => full(input.Sizes, 0);

    /// <summary>Makes a tensor of ones of another's shape.</summary>
    /// <param name="input">The tensor with the shape.</param>
    /// <returns>A Float32 tensor.</returns>
    public static Tensor ones_like(Tensor input) => full(input.Sizes, 1);

    /// <summary>Makes a tensor of the indices 0..stop-1.</summary>
    /// <param name="stop">Bound above.</param>
    /// <returns>An Int64 tensor of one dimension.</returns>
    public static Tensor arange(long stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stop);
        long[] indices = new long[stop];
        for (long i = 0; i < stop; i++)
        {
            indices[i] = i;
        }

        return tensor(indices, [stop]);
    }

    private static void CheckCount(long count, ReadOnlySpan<long> dimensions)
    {
        if (Shapes.Count(dimensions) != count)
        {
            throw new ArgumentException($"tensor: {count} elements do not fit shape {Shapes.Format(dimensions)}");
        }
    }
}
