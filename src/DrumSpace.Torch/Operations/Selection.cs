using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Picks elements by index.</summary>
internal static unsafe class Selection
{
    /// <summary>Picks indices of a dimension; they may repeat.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the dimension.</exception>
    public static Tensor Of(string name, Tensor input, int axis, long[] indices)
    {
        (long outer, long size, long inner) = Shapes.Around(input.Sizes, axis);
        Check(name, indices, size);
        Tensor result = Tensor.Empty(Shapes.With(input.Sizes, axis, indices.Length));
        float* from = input.Pointer, to = result.Pointer;
        for (long i = 0; i < outer; i++)
        {
            for (int j = 0; j < indices.Length; j++)
            {
                VectorUpdates.AddOrCopy(from + (i * size + indices[j]) * inner, to + (i * indices.Length + j) * inner, inner, add: false);
            }
        }

        return result.Record(name, [input], [], node =>
        {
            float* gradient = node.Gradient, d = node.Inputs[0]!.ClearedAccumulator();
            for (long i = 0; i < outer; i++)
            {
                for (int j = 0; j < indices.Length; j++)
                {
                    float* from = gradient + (i * indices.Length + j) * inner;
                    VectorUpdates.AddOrCopy(from, d + (i * size + indices[j]) * inner, inner, add: true);
                }
            }
        });
    }

    /// <summary>Reverses a dimension.</summary>
    public static Tensor Reverse(Tensor input, long dimension)
    {
        int axis = Shapes.Axis("flip", dimension, input.Sizes);
        long size = input.Sizes[axis];
        return Of("flip", input, axis, [.. Enumerable.Range(1, (int)size).Select(i => size - i)]);
    }

    /// <summary>result[i] = input[i, index[i]].</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the row.</exception>
    public static Tensor OnePerRow(Tensor input, Tensor index)
    {
        long columns = input.Sizes[1];
        long[] indices = index.IndexSpan.ToArray();
        Check("gather", indices, columns);
        Tensor result = Tensor.Empty([indices.Length]);
        float* from = input.Pointer, to = result.Pointer;
        for (long i = 0; i < indices.Length; i++)
        {
            to[i] = from[i * columns + indices[i]];
        }

        return result.Record("gather", [input], [], node =>
        {
            float* gradient = node.Gradient, d = node.Inputs[0]!.ClearedAccumulator();
            for (long i = 0; i < indices.Length; i++)
            {
                d[i * columns + indices[i]] += gradient[i];
            }
        });
    }

    private static void Check(string name, long[] indices, long size)
    {
        foreach (long index in indices)
        {
            if (index < 0 || index >= size)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), $"{name}: index {index} is outside of 0..{size - 1}");
            }
        }
    }
}
