using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The inner kernel of <see cref="Gemm"/> with 128-bit vectors, for a block of four rows by eight columns.</summary>
/// <remarks>It keeps 8 sums, 2 loaded vectors and a factor of the 16 registers that every processor has.</remarks>
internal static unsafe class GemmBlock128
{
    /// <summary>c (+)= a times b.</summary>
    /// <param name="depth">Inner dimension.</param>
    /// <param name="a">A packed panel of rows.</param>
    /// <param name="b">A packed panel of columns.</param>
    /// <param name="c">The block's first element.</param>
    /// <param name="ldc">Elements from one row of the result to the next.</param>
    /// <param name="add">Whether the product is added to what the block holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int depth, float* a, float* b, float* c, int ldc, bool add)
    {
        Vector128<float> l0 = Vector128<float>.Zero, h0 = Vector128<float>.Zero;
        Vector128<float> l1 = Vector128<float>.Zero, h1 = Vector128<float>.Zero;
        Vector128<float> l2 = Vector128<float>.Zero, h2 = Vector128<float>.Zero;
        Vector128<float> l3 = Vector128<float>.Zero, h3 = Vector128<float>.Zero;
        for (int k = 0; k < depth; k++, a += 4, b += 8)
        {
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 4), factor;
            factor = Vector128.Create(a[0]);
            l0 = Vector128.MultiplyAddEstimate(factor, low, l0);
            h0 = Vector128.MultiplyAddEstimate(factor, high, h0);
            factor = Vector128.Create(a[1]);
            l1 = Vector128.MultiplyAddEstimate(factor, low, l1);
            h1 = Vector128.MultiplyAddEstimate(factor, high, h1);
            factor = Vector128.Create(a[2]);
            l2 = Vector128.MultiplyAddEstimate(factor, low, l2);
            h2 = Vector128.MultiplyAddEstimate(factor, high, h2);
            factor = Vector128.Create(a[3]);
            l3 = Vector128.MultiplyAddEstimate(factor, low, l3);
            h3 = Vector128.MultiplyAddEstimate(factor, high, h3);
        }

        if (add)
        {
            l0 += Vector128.Load(c);
            h0 += Vector128.Load(c + 4);
            l1 += Vector128.Load(c + ldc);
            h1 += Vector128.Load(c + ldc + 4);
            l2 += Vector128.Load(c + 2L * ldc);
            h2 += Vector128.Load(c + 2L * ldc + 4);
            l3 += Vector128.Load(c + 3L * ldc);
            h3 += Vector128.Load(c + 3L * ldc + 4);
        }

        Vector128.Store(l0, c);
        Vector128.Store(h0, c + 4);
        Vector128.Store(l1, c + ldc);
        Vector128.Store(h1, c + ldc + 4);
        Vector128.Store(l2, c + 2L * ldc);
        Vector128.Store(h2, c + 2L * ldc + 4);
        Vector128.Store(l3, c + 3L * ldc);
        Vector128.Store(h3, c + 3L * ldc + 4);
    }
}
