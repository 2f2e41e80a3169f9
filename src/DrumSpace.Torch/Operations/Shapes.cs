namespace TorchSharp.Operations;

/// <summary>Arithmetic of shapes. Error messages name the operation and the shapes.</summary>
internal static class Shapes
{
    public static long Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (long size in shape)
        {
            count = size < 0 ? throw new ArgumentException($"a shape has a negative size: {Format(shape)}") : checked(count * size);
        }

        return count;
    }

    public static string Format(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    public static bool Same(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => a.SequenceEqual(b);

    /// <summary>The index of a dimension; negative ones count from the back.</summary>
    public static int Axis(string operation, long dimension, long[] shape)
    {
        long rank = shape.Length;
        if (dimension < -rank || dimension >= rank)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimension), $"{operation}: dimension {dimension} does not exist in shape {Format(shape)}");
        }

        return (int)(dimension < 0 ? dimension + rank : dimension);
    }

    /// <summary>A shape around an axis: the product of the sizes before it, its size, the product of the sizes after it.</summary>
    public static (long Outer, long Size, long Inner) Around(ReadOnlySpan<long> shape, int axis) =>
        (Count(shape[..axis]), shape[axis], Count(shape[(axis + 1)..]));

    /// <summary>The shape with another size of one axis.</summary>
    public static long[] With(long[] shape, int axis, long size)
    {
        long[] result = [.. shape];
        result[axis] = size;
        return result;
    }

    /// <summary>The shape without one axis.</summary>
    public static long[] Without(long[] shape, int axis) => [.. shape[..axis], .. shape[(axis + 1)..]];

    /// <summary>The shape that two shapes broadcast to, aligned at the last dimension.</summary>
    /// <exception cref="ArgumentException">A pair of sizes differs and neither is 1.</exception>
    public static long[] Broadcast(string operation, long[] a, long[] b)
    {
        long[] result = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= result.Length; i++)
        {
            long sizeA = i <= a.Length ? a[^i] : 1, sizeB = i <= b.Length ? b[^i] : 1;
            result[^i] = sizeA == sizeB || sizeB == 1 ? sizeA
                : sizeA == 1 ? sizeB
                : throw new ArgumentException($"{operation}: shapes {Format(a)} and {Format(b)} do not broadcast");
        }

        return result;
    }

    /// <summary>Fills in the one size that may be given as -1.</summary>
    public static long[] Resolve(string operation, long[] wanted, long[] from)
    {
        long[] result = [.. wanted];
        int hole = Array.IndexOf(result, -1);
        long count = Count(from);
        if (hole >= 0)
        {
            result[hole] = 1;
            long known = result.Any(static size => size < 0) ? 0 : Count(result);
            result[hole] = known == 0 ? -1 : count / known;
        }

        if (result.Any(static size => size < 0) || Count(result) != count)
        {
            throw new ArgumentException($"{operation}: shape {Format(from)} has {count} elements and does not fit {Format(wanted)}");
        }

        return result;
    }
}
