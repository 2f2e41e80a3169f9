using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Sums of contiguous floats. They run in eight lanes whatever the processor's vector width, so a result does not depend on it. Partial
/// sums are in single precision, over at most <see cref="BlockSize"/> elements, and are added in double precision.
/// </summary>
internal static unsafe class VectorSums
{
    private const int BlockSize = 1024;

    public static double Sum(float* x, long count)
    {
        double total = 0;
        for (long from = 0; from < count; from += BlockSize)
        {
            long to = Math.Min(count, from + BlockSize), i = from;
            Vector256<float> lanes = Vector256<float>.Zero;
            for (; i + 8 <= to; i += 8)
            {
                lanes += Vector256.Load(x + i);
            }

            total += OfLanes(lanes);
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
        for (long from = 0; from < count; from += BlockSize)
        {
            long to = Math.Min(count, from + BlockSize), i = from;
            Vector256<float> lanes = Vector256<float>.Zero;
            for (; i + 8 <= to; i += 8)
            {
                lanes += Vector256.Load(x + i) * Vector256.Load(y + i);
            }

            total += OfLanes(lanes);
            for (; i < to; i++)
            {
                total += x[i] * y[i];
            }
        }

        return total;
    }

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
}
