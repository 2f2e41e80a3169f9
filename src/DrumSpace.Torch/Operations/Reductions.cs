using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Sums and means.</summary>
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
}
