using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Joins tensors along a dimension.</summary>
internal static unsafe class Concatenation
{
    public static Tensor Of(Tensor[] parts, long dimension)
    {
        if (parts.Length == 0)
        {
            throw new ArgumentException("cat: no tensors");
        }

        long[] first = parts[0].Sizes;
        int axis = Shapes.Axis("cat", dimension, first);
        foreach (Tensor part in parts)
        {
            if (part.Sizes.Length != first.Length || !Shapes.Same(Shapes.With(part.Sizes, axis, 0), Shapes.With(first, axis, 0)))
            {
                throw new ArgumentException(
                    $"cat: shapes {Shapes.Format(first)} and {Shapes.Format(part.Sizes)} do not join along dimension {dimension}");
            }
        }

        long[] sizes = Shapes.With(first, axis, parts.Sum(part => part.Sizes[axis]));
        (long outer, _, long inner) = Shapes.Around(sizes, axis);
        long[] widths = Array.ConvertAll(parts, part => part.Sizes[axis] * inner);
        long row = widths.Sum(), at = 0;
        Tensor result = Tensor.Empty(sizes);
        for (int j = 0; j < parts.Length; at += widths[j], j++)
        {
            VectorUpdates.AddOrCopyRows(parts[j].Pointer, widths[j], result.Pointer + at, row, widths[j], outer, add: false);
        }

        return result.Record("cat", parts, [], node =>
        {
            long from = 0;
            for (int j = 0; j < widths.Length; from += widths[j], j++)
            {
                if (node.Inputs[j] is { } input)
                {
                    float* d = input.Accumulator(out bool add);
                    VectorUpdates.AddOrCopyRows(node.Gradient + from, row, d, widths[j], widths[j], outer, add);
                }
            }
        });
    }
}
