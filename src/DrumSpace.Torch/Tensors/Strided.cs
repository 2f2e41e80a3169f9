namespace TorchSharp.Tensors;

/// <summary>Moves between a contiguous tensor and places given by one stride a dimension.</summary>
internal static unsafe class Strided
{
    private delegate void Move(long strided, long contiguous);

    /// <summary>to[contiguous] = from[strided].</summary>
    public static void Gather(float* from, long[] sizes, long[] strides, float* to)
    {
        (long run, long step) = Inner(sizes, strides);
        ForEachRun(sizes, strides, (source, target) =>
        {
            for (long i = 0; i < run; i++)
            {
                to[target + i] = from[source + i * step];
            }
        });
    }

    /// <summary>to[strided] += from[contiguous].</summary>
    public static void Scatter(float* from, long[] sizes, long[] strides, float* to)
    {
        (long run, long step) = Inner(sizes, strides);
        ForEachRun(sizes, strides, (target, source) =>
        {
            for (long i = 0; i < run; i++)
            {
                to[target + i * step] += from[source + i];
            }
        });
    }

    private static (long Run, long Step) Inner(long[] sizes, long[] strides) => sizes.Length == 0 ? (1, 1) : (sizes[^1], strides[^1]);

    private static void ForEachRun(long[] sizes, long[] strides, Move move)
    {
        if (Array.IndexOf(sizes, 0) >= 0)
        {
            return;
        }

        long[] at = new long[Math.Max(0, sizes.Length - 1)];
        long strided = 0, contiguous = 0, run = sizes.Length == 0 ? 1 : sizes[^1];
        while (true)
        {
            move(strided, contiguous);
            contiguous += run;
            int i = at.Length - 1;
            for (; i >= 0; i--)
            {
                strided += strides[i];
                if (++at[i] < sizes[i])
                {
                    break;
                }

                strided -= strides[i] * sizes[i];
                at[i] = 0;
            }

            if (i < 0)
            {
                return;
            }
        }
    }
}
