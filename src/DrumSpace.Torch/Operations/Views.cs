using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Other shapes and parts of a tensor.</summary>
internal static unsafe class Views
{
    /// <summary>The same elements in another shape, on the same memory.</summary>
    public static Tensor Reshape(Tensor input, long[] shape) => input.Share(Shapes.Resolve("reshape", shape, input.Sizes))
        .Record("reshape", [input], [], static node => node.PassTo(node.Inputs[0]!));

    /// <summary>A part of a dimension.</summary>
    public static Tensor Narrow(Tensor input, long dimension, long start, long length)
    {
        int axis = Shapes.Axis("narrow", dimension, input.Sizes);
        (long outer, long size, long inner) = Shapes.Around(input.Sizes, axis);
        if (start < 0 || length < 0 || start + length > size)
        {
            string part = $"{start}..{start + length} is outside of dimension {dimension} of shape {Shapes.Format(input.Sizes)}";
            throw new ArgumentOutOfRangeException(nameof(start), $"narrow: {part}");
        }

        long row = size * inner, width = length * inner, at = start * inner;
        long[] sizes = Shapes.With(input.Sizes, axis, length);
        Tensor result = outer == 1 ? input.Share(sizes, at) : Tensor.Empty(sizes);
        if (outer != 1)
        {
            VectorUpdates.AddOrCopyRows(input.Pointer + at, row, result.Pointer, width, width, outer, add: false);
        }

        return result.Record("narrow", [input], [], node =>
        {
            float* gradient = node.Gradient, d = node.Inputs[0]!.ClearedAccumulator();
            VectorUpdates.AddOrCopyRows(gradient, width, d + at, row, width, outer, add: true);
        });
    }
}
