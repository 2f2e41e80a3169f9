using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Applies functions to contiguous floats, a vector at a time. The remainder is padded to a vector, so that every element is computed alike
/// and the result does not depend on the processor's vector width.
/// </summary>
internal static unsafe class Vectors
{
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

    /// <summary>x = f(x, a, b).</summary>
    public static void Update<TUpdate>(TUpdate update, float* x, float* a, float* b, long count)
        where TUpdate : struct, IUpdate
    {
        int width = Vector<float>.Count;
        long i = 0;
        for (; i + width <= count; i += width)
        {
            Vector.Store(update.Of(Vector.Load(x + i), Vector.Load(a + i), Vector.Load(b + i)), x + i);
        }

        if (i < count)
        {
            long rest = count - i;
            StorePart(update.Of(LoadPart(x + i, rest), LoadPart(a + i, rest), LoadPart(b + i, rest)), x + i, rest);
        }
    }

    /// <summary>y = f(a, b); a stride of 0 repeats an operand's first element.</summary>
    public static void Zip<TOperation>(float* a, int stepA, float* b, int stepB, float* y, long count)
        where TOperation : struct, IBinaryOperation
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
            Vector<float> va = stepA == 0 ? wholeA : LoadPart(a + i, rest), vb = stepB == 0 ? wholeB : LoadPart(b + i, rest);
            StorePart(TOperation.Forward(va, vb), y + i, rest);
        }
    }

    /// <summary>The gradient of the first or second operand of <see cref="Zip"/>, without the sum over repeated elements.</summary>
    public static void ZipBackward<TOperation>(
        bool second, float* a, int stepA, float* b, int stepB, float* gradient, float* to, bool add, long count)
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

    /// <summary>Loads a vector, or the elements that are left, padded with zeros.</summary>
    public static Vector<float> LoadUpTo(float* from, long count) =>
        count == Vector<float>.Count ? Vector.Load(from) : LoadPart(from, count);

    /// <summary>Stores a vector, or its first elements.</summary>
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
