using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Loops over contiguous floats. Elements are computed alike in vectors and in the rest of a row (the rest is padded to a vector), and
/// sums run in eight lanes whatever the processor's width, so a result does not depend on the vector width.
/// </summary>
internal static unsafe class Vectors
{
    /// <summary>Elements below which work is not shared with other threads.</summary>
    public const long LeastShared = 32_768;

    // Sums are carried in single precision over this many elements at most, and in double precision between such stretches.
    private const int Stretch = 1024;

    public static void Map<TOperation>(TOperation operation, float* x, float* y, long count)
        where TOperation : struct, IUnaryOperation
    {
        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector.Store(operation.Forward(Vector.Load(x + i)), y + i);
        }

        if (i < count)
        {
            StorePart(operation.Forward(LoadPart(x + i, count - i)), y + i, count - i);
        }
    }

    public static void MapBackward<TOperation>(TOperation operation, float* x, float* y, float* gradient, float* to, bool add, long count)
        where TOperation : struct, IUnaryOperation
    {
        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector<float> value = operation.Backward(Vector.Load(x + i), Vector.Load(y + i), Vector.Load(gradient + i));
            Vector.Store(add ? value + Vector.Load(to + i) : value, to + i);
        }

        if (i < count)
        {
            long rest = count - i;
            Vector<float> value = operation.Backward(LoadPart(x + i, rest), LoadPart(y + i, rest), LoadPart(gradient + i, rest));
            StorePart(add ? value + LoadPart(to + i, rest) : value, to + i, rest);
        }
    }

    /// <summary>y = f(a, b); a step of 0 repeats an operand's first element.</summary>
    public static void Zip<TOperation>(float* a, int stepA, float* b, int stepB, float* y, long count)
        where TOperation : struct, IBinaryFunction
    {
        int width = Vector<float>.Count;
        Vector<float> wholeA = new(*a), wholeB = new(*b);
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector.Store(TOperation.Forward(stepA == 0 ? wholeA : Vector.Load(a + i), stepB == 0 ? wholeB : Vector.Load(b + i)), y + i);
        }

        if (i < count)
        {
            long rest = count - i;
            StorePart(TOperation.Forward(stepA == 0 ? wholeA : LoadPart(a + i, rest), stepB == 0 ? wholeB : LoadPart(b + i, rest)), y + i, rest);
        }
    }

    /// <summary>The gradient of the first or second operand of <see cref="Zip"/>, without the sum over repeated elements.</summary>
    public static void ZipBackward<TOperation>(bool second, float* a, int stepA, float* b, int stepB, float* gradient, float* to, bool add, long count)
        where TOperation : struct, IBinaryOperation
    {
        int width = Vector<float>.Count;
        Vector<float> wholeA = new(*a), wholeB = new(*b);
        for (long i = 0; i < count; i += width)
        {
            long rest = Math.Min(width, count - i);
            Vector<float> va = stepA == 0 ? wholeA : LoadUpTo(a + i, rest), vb = stepB == 0 ? wholeB : LoadUpTo(b + i, rest);
            Vector<float> vg = LoadUpTo(gradient + i, rest);
            Vector<float> value = second ? TOperation.BackwardSecond(va, vb, vg) : TOperation.BackwardFirst(va, vb, vg);
            StoreUpTo(add ? value + LoadUpTo(to + i, rest) : value, to + i, rest);
        }
    }

    public static void AddOrCopy(float* from, float* to, long count, bool add)
    {
        if (!add)
        {
            Unsafe.CopyBlock(to, from, checked((uint)(count * sizeof(float))));
            return;
        }

        AddScaled(from, 1, to, count);
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

    /// <summary>to = factor * from, added to what is there when asked.</summary>
    public static void Scale(float* from, float factor, float* to, bool add, long count)
    {
        if (add)
        {
            AddScaled(from, factor, to, count);
            return;
        }

        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector.Store(Vector.Load(from + i) * factor, to + i);
        }

        for (; i < count; i++)
        {
            to[i] = from[i] * factor;
        }
    }

    /// <summary>to = a * b, added to what is there when asked.</summary>
    public static void MultiplyInto(float* a, float* b, float* to, bool add, long count)
    {
        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector<float> product = Vector.Load(a + i) * Vector.Load(b + i);
            Vector.Store(add ? product + Vector.Load(to + i) : product, to + i);
        }

        for (; i < count; i++)
        {
            to[i] = add ? to[i] + a[i] * b[i] : a[i] * b[i];
        }
    }

    /// <summary>to = value everywhere, added to what is there when asked.</summary>
    public static void Spread(float value, float* to, bool add, long count)
    {
        for (long i = 0; i < count; i++)
        {
            to[i] = add ? to[i] + value : value;
        }
    }

    /// <summary>to[j] (+)= the sum of a column over rows, first row first.</summary>
    public static void SumRows(float* from, long rows, long columns, float* to, bool add)
    {
        for (long i = 0; i < rows; i++)
        {
            AddOrCopy(from + i * columns, to, columns, add || i > 0);
        }

        if (rows == 0 && !add)
        {
            new Span<float>(to, (int)columns).Clear();
        }
    }

    public static double Sum(float* x, long count)
    {
        double total = 0;
        for (long from = 0; from < count; from += Stretch)
        {
            long to = Math.Min(count, from + Stretch), i = from;
            Vector256<float> lanes = Vector256<float>.Zero;
            for (; i + 8 <= to; i += 8)
            {
                lanes += Vector256.Load(x + i);
            }

            total += SumOf(lanes);
            for (; i < to; i++)
            {
                total += x[i];
            }
        }

        return total;
    }

    public static double Dot(float* x, float* y, long count)
    {
        double total = 0;
        for (long from = 0; from < count; from += Stretch)
        {
            long to = Math.Min(count, from + Stretch), i = from;
            Vector256<float> lanes = Vector256<float>.Zero;
            for (; i + 8 <= to; i += 8)
            {
                lanes += Vector256.Load(x + i) * Vector256.Load(y + i);
            }

            total += SumOf(lanes);
            for (; i < to; i++)
            {
                total += x[i] * y[i];
            }
        }

        return total;
    }

    /// <summary>The lanes' sum in one fixed order.</summary>
    public static double SumOf(Vector256<float> lanes)
    {
        Vector128<float> four = lanes.GetLower() + lanes.GetUpper();
        return (double)(four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>A whole vector, or a part padded with zeros.</summary>
    public static Vector<float> LoadUpTo(float* from, long count) => count == Vector<float>.Count ? Vector.Load(from) : LoadPart(from, count);

    /// <summary>A whole vector, or its first elements.</summary>
    public static void StoreUpTo(Vector<float> values, float* to, long count)
    {
        if (count == Vector<float>.Count)
        {
            Vector.Store(values, to);
        }
        else
        {
            StorePart(values, to, count);
        }
    }

    private static Vector<float> LoadPart(float* from, long count)
    {
        float* padded = stackalloc float[Vector<float>.Count];
        for (int i = 0; i < Vector<float>.Count; i++)
        {
            padded[i] = i < count ? from[i] : 0;
        }

        return Vector.Load(padded);
    }

    private static void StorePart(Vector<float> values, float* to, long count)
    {
        for (int i = 0; i < count; i++)
        {
            to[i] = values[i];
        }
    }
}
