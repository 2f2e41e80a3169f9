using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Copies parts of a matrix into the contiguous panels that the blocks of <see cref="Gemm"/> read.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>Writes a panel of <paramref name="width"/> by <paramref name="depth"/>; the width runs fastest.</summary>
    /// <param name="source">First element.</param>
    /// <param name="stride">Elements from one stored row to the next.</param>
    /// <param name="alongDepth">Whether a stored row runs along the depth (element (j, k) at j * stride + k) or across it.</param>
    /// <param name="used">Columns that exist; the rest is filled with zeros.</param>
    /// <param name="width">Columns of the panel.</param>
    /// <param name="depth">Inner dimension.</param>
    /// <param name="panel">Destination, width * depth elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(float* source, int stride, bool alongDepth, int used, int width, int depth, float* panel)
    {
        if (used < width)
        {
            new Span<float>(panel, width * depth).Clear();
        }

        if (alongDepth)
        {
            PackTransposed(source, stride, used, width, depth, panel);
            return;
        }

        for (int k = 0; k < depth; k++, source += stride, panel += width)
        {
            int j = 0;
            for (; j + 4 <= used; j += 4)
            {
                Vector128.Store(Vector128.Load(source + j), panel + j);
            }

            for (; j < used; j++)
            {
                panel[j] = source[j];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTransposed(float* source, int stride, int used, int width, int depth, float* panel)
    {
        int j = 0;
        for (; j + 4 <= used; j += 4)
        {
            float* s0 = source + (long)j * stride, s1 = s0 + stride, s2 = s1 + stride, s3 = s2 + stride, to = panel + j;
            int k = 0;
            if (Sse.IsSupported)
            {
                for (; k + 4 <= depth; k += 4, to += 4 * width)
                {
                    Vector128<float> a = Vector128.Load(s0 + k), b = Vector128.Load(s1 + k);
                    Vector128<float> c = Vector128.Load(s2 + k), d = Vector128.Load(s3 + k);
                    Vector128<float> abLow = Sse.UnpackLow(a, b), abHigh = Sse.UnpackHigh(a, b);
                    Vector128<float> cdLow = Sse.UnpackLow(c, d), cdHigh = Sse.UnpackHigh(c, d);
                    Vector128.Store(Sse.MoveLowToHigh(abLow, cdLow), to);
                    Vector128.Store(Sse.MoveHighToLow(cdLow, abLow), to + width);
                    Vector128.Store(Sse.MoveLowToHigh(abHigh, cdHigh), to + 2 * width);
                    Vector128.Store(Sse.MoveHighToLow(cdHigh, abHigh), to + 3 * width);
                }
            }

            for (; k < depth; k++, to += width)
            {
                to[0] = s0[k];
                to[1] = s1[k];
                to[2] = s2[k];
                to[3] = s3[k];
            }
        }

        for (; j < used; j++)
        {
            float* row = source + (long)j * stride;
            for (int k = 0; k < depth; k++)
            {
                panel[(long)k * width + j] = row[k];
            }
        }
    }
}
