using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Sums, means, and the index of the maximum.</summary>
internal static unsafe class Reductions
{
    /// <summary>A factor times the sum of all elements.</summary>
    public static Tensor ScaledSum(string name, Tensor input, double factor)
    {
        Tensor result = tensor((float)(VectorSums.Sum(input.Pointer, input.Length) * factor));
        long length = input.Length;
        return result.Record(name, [input], [], node =>
        {
            float* d = node.Inputs[0]!.Accumulator(out bool add);
            VectorUpdates.AddOrFill((float)(*node.Gradient * factor), d, length, add);
        });
    }

    /// <summary>The sum along a dimension.</summary>
    public static Tensor Sum(Tensor input, long dimension, bool keepDimension)
    {
        int axis = Shapes.Axis("sum", dimension, input.Sizes);
        long[] whole = input.Sizes, kept = Shapes.With(whole, axis, 1);
        Tensor result = Tensor.Empty(keepDimension ? kept : Shapes.Without(whole, axis));
        BroadcastSums.Sum(input.Pointer, whole, result.Pointer, kept, add: false);
        return result.Record("sum", [input], [], node =>
        {
            float* d = node.Inputs[0]!.Accumulator(out bool add);
            BroadcastSums.Repeat(node.Gradient, kept, d, whole, add);
        });
    }

    /// <summary>The indices of the largest elements along a dimension.</summary>
    public static Tensor ArgMax(Tensor input, long dimension)
    {
        int axis = Shapes.Axis("argmax", dimension, input.Sizes);
        (long outer, long size, long inner) = Shapes.Around(input.Sizes, axis);
        if (size == 0)
        {
            throw new InvalidOperationException($"argmax: dimension {dimension} of shape {Shapes.Format(input.Sizes)} is empty");
        }

        float* x = input.Pointer;
        long[] best = new long[outer * inner];
        for (long i = 0; i < best.Length; i++)
        {
            float* from = x + i / inner * size * inner + i % inner;
            for (long j = 1; j < size; j++)
            {
                best[i] = from[j * inner] > from[best[i] * inner] ? j : best[i];
            }
        }

        return tensor(best, Shapes.Without(input.Sizes, axis));
    }
}
