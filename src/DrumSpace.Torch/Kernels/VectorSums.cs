using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Sums of contiguous floats. They run in eight lanes whatever the processor's vector width, so a result does not depend on it. Partial
/// sums are in single precision, over at most <see cref="BlockSize"/> elements, and are added in double precision.
/// </summary>
internal static unsafe class VectorSums
{
    private const int BlockSize = 1024;

    /// <summary>The sum of the elements.</summary>
    public static double Sum(float* x, long count) => Sum(x, null, count);

    /// <summary>The sum of the products of elements.</summary>
    public static double Dot(float* x, float* y, long count) => Sum(x, y, count);

    /// <summary>to[j] (+)= the sum of column j, first row first.</summary>
    public static void Rows(float* from, long rows, long columns, float* to, bool add)
    {
        for (long i = 0; i < rows; i++)
        {
            VectorUpdates.AddOrCopy(from + i * columns, to, columns, add || i > 0);
        }

        if (rows == 0 && !add)
        {
            new Span<float>(to, (int)columns).Clear();
        }
    }

    /// <summary>The sum of the lanes, in one fixed order.</summary>
    public static double OfLanes(Vector256<float> lanes)
    {
        Vector128<float> four = lanes.GetLower() + lanes.GetUpper();
        return (double)(four[0] + four[2]) + (four[1] + four[3]);
    }

    private static double Sum(float* x, float* factors, long count)
    {
        double total = 0;
        for (long from = 0; from < count; from += BlockSize)
        {
            long to = Math.Min(count, from + BlockSize), i = from;
            Vector256<float> lanes = Vector256<float>.Zero;
            for (; i + 8 <= to; i += 8)
            {
                lanes += factors == null ? Vector256.Load(x + i) : Vector256.Load(x + i) * Vector256.Load(factors + i);
            }

            total += OfLanes(lanes);
            for (; i < to; i++)
            {
                total += factors == null ? x[i] : x[i] * factors[i];
            }
        }

        return total;
    }
}
