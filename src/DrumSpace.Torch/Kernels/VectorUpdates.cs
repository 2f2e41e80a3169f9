using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Writes, adds and scales contiguous floats.</summary>
internal static unsafe class VectorUpdates
{
    /// <summary>to (+)= from.</summary>
    public static void AddOrCopy(float* from, float* to, long count, bool add)
    {
        if (!add)
        {
            Unsafe.CopyBlock(to, from, checked((uint)(count * sizeof(float))));
            return;
        }

        AddScaled(from, 1, to, count);
    }

    /// <summary>to (+)= from, row by row; the steps are the elements from one row to the next.</summary>
    public static void AddOrCopyRows(float* from, long fromStep, float* to, long toStep, long width, long rows, bool add)
    {
        for (long i = 0; i < rows; i++)
        {
            AddOrCopy(from + i * fromStep, to + i * toStep, width, add);
        }
    }

    /// <summary>to (+)= value, in every element.</summary>
    public static void AddOrFill(float value, float* to, long count, bool add)
    {
        for (long i = 0; i < count; i++)
        {
            to[i] = add ? to[i] + value : value;
        }
    }

    /// <summary>to += factor * from.</summary>
    public static void AddScaled(float* from, float factor, float* to, long count)
    {
        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector.Store(Vector.Load(to + i) + Vector.Load(from + i) * factor, to + i);
        }

        for (; i < count; i++)
        {
            to[i] += from[i] * factor;
        }
    }

    /// <summary>to (+)= factor * from.</summary>
    public static void Scale(float* from, float factor, float* to, bool add, long count)
    {
        if (add)
        {
            AddScaled(from, factor, to, count);
            return;
        }

        int width = Vector<float>.Count;
        for (long i = 0; i < count; i += width)
        {
            long rest = Math.Min(width, count - i);
            Vectors.StoreUpTo(Vectors.LoadUpTo(from + i, rest) * factor, to + i, rest);
        }
    }
}
