using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Joins tensors along a dimension.</summary>
    /// <param name="tensors">Tensors of one type that differ in this dimension's size only.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>The joined copy.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0)
        {
            throw new ArgumentException("cat: no tensors");
        }

        Tensor[] parts = [.. tensors];
        int axis = Shapes.Axis(nameof(cat), dim, parts[0].Sizes);
        foreach (Tensor part in parts)
        {
            if (part.Sizes.Length != parts[0].Sizes.Length || part.dtype != parts[0].dtype
                || !Shapes.Same(Shapes.With(part.Sizes, axis, 0), Shapes.With(parts[0].Sizes, axis, 0)))
            {
                throw new ArgumentException(
                    $"cat: {parts[0].dtype} {Shapes.Format(parts[0].Sizes)} and {part.dtype} {Shapes.Format(part.Sizes)} do not join along dimension {dim}");
            }
        }

        long[] sizes = Shapes.With(parts[0].Sizes, axis, parts.Sum(part => part.Sizes[axis]));
        (long outer, _, long inner) = Shapes.Around(sizes, axis);
        long[] widths = Array.ConvertAll(parts, part => part.Sizes[axis] * inner);
        long row = widths.Sum();
        if (parts[0].dtype == ScalarType.Int64)
        {
            long[] joined = new long[outer * row];
            long to = 0;
            for (long i = 0; i < outer; i++)
            {
                for (int j = 0; j < parts.Length; to += widths[j], j++)
                {
                    parts[j].IndexSpan.Slice((int)(i * widths[j]), (int)widths[j]).CopyTo(joined.AsSpan((int)to));
                }
            }

            return tensor(joined, sizes);
        }

        Tensor result = Tensor.Empty(sizes, parts[0].dtype);
        long at = 0;
        for (int j = 0; j < parts.Length; at += widths[j], j++)
        {
            for (long i = 0; i < outer; i++)
            {
                Vectors.AddOrCopy(parts[j].Pointer + i * widths[j], result.Pointer + i * row + at, widths[j], add: false);
            }
        }

        return result.Record(nameof(cat), parts, [], node =>
        {
            long from = 0;
            for (int j = 0; j < widths.Length; from += widths[j], j++)
            {
                if (node.Inputs[j] is { } input)
                {
                    float* d = input.Take(out bool add);
                    for (long i = 0; i < outer; i++)
                    {
                        Vectors.AddOrCopy(node.Gradient + i * row + from, d + i * widths[j], widths[j], add);
                    }
                }
            }
        });
    }

    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">Where the new dimension goes.</param>
    /// <returns>The joined copy.</returns>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Tensor[] parts = [.. tensors];
        foreach (Tensor part in parts)
        {
            if (!Shapes.Same(part.Sizes, parts[0].Sizes))
            {
                throw new ArgumentException($"stack: shapes {Shapes.Format(parts[0].Sizes)} and {Shapes.Format(part.Sizes)} differ");
            }
        }

        return cat(Array.ConvertAll(parts, part => part.unsqueeze(dim)), parts.Length == 0 || dim >= 0 ? dim : dim + parts[0].Sizes.Length + 1);
    }
}
