using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The inner kernel of <see cref="Gemm"/> with 256-bit vectors, for a block of six rows by sixteen columns.</summary>
/// <remarks>It keeps 12 sums, 2 loaded vectors and a factor, which fill the 16 registers of AVX2.</remarks>
internal static unsafe class GemmBlock256
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
        Vector256<float> l0 = Vector256<float>.Zero, h0 = Vector256<float>.Zero;
        Vector256<float> l1 = Vector256<float>.Zero, h1 = Vector256<float>.Zero;
        Vector256<float> l2 = Vector256<float>.Zero, h2 = Vector256<float>.Zero;
        Vector256<float> l3 = Vector256<float>.Zero, h3 = Vector256<float>.Zero;
        Vector256<float> l4 = Vector256<float>.Zero, h4 = Vector256<float>.Zero;
        Vector256<float> l5 = Vector256<float>.Zero, h5 = Vector256<float>.Zero;
        for (int k = 0; k < depth; k++, a += 6, b += 16)
        {
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 8), factor;
            factor = Vector256.Create(a[0]);
            l0 = Vector256.FusedMultiplyAdd(factor, low, l0);
            h0 = Vector256.FusedMultiplyAdd(factor, high, h0);
            factor = Vector256.Create(a[1]);
            l1 = Vector256.FusedMultiplyAdd(factor, low, l1);
            h1 = Vector256.FusedMultiplyAdd(factor, high, h1);
            factor = Vector256.Create(a[2]);
            l2 = Vector256.FusedMultiplyAdd(factor, low, l2);
            h2 = Vector256.FusedMultiplyAdd(factor, high, h2);
            factor = Vector256.Create(a[3]);
            l3 = Vector256.FusedMultiplyAdd(factor, low, l3);
            h3 = Vector256.FusedMultiplyAdd(factor, high, h3);
            factor = Vector256.Create(a[4]);
            l4 = Vector256.FusedMultiplyAdd(factor, low, l4);
            h4 = Vector256.FusedMultiplyAdd(factor, high, h4);
            factor = Vector256.Create(a[5]);
            l5 = Vector256.FusedMultiplyAdd(factor, low, l5);
            h5 = Vector256.FusedMultiplyAdd(factor, high, h5);
        }

        if (add)
        {
            l0 += Vector256.Load(c);
            h0 += Vector256.Load(c + 8);
            l1 += Vector256.Load(c + ldc);
            h1 += Vector256.Load(c + ldc + 8);
            l2 += Vector256.Load(c + 2L * ldc);
            h2 += Vector256.Load(c + 2L * ldc + 8);
            l3 += Vector256.Load(c + 3L * ldc);
            h3 += Vector256.Load(c + 3L * ldc + 8);
            l4 += Vector256.Load(c + 4L * ldc);
            h4 += Vector256.Load(c + 4L * ldc + 8);
            l5 += Vector256.Load(c + 5L * ldc);
            h5 += Vector256.Load(c + 5L * ldc + 8);
        }

        Vector256.Store(l0, c);
        Vector256.Store(h0, c + 8);
        Vector256.Store(l1, c + ldc);
        Vector256.Store(h1, c + ldc + 8);
        Vector256.Store(l2, c + 2L * ldc);
        Vector256.Store(h2, c + 2L * ldc + 8);
        Vector256.Store(l3, c + 3L * ldc);
        Vector256.Store(h3, c + 3L * ldc + 8);
        Vector256.Store(l4, c + 4L * ldc);
        Vector256.Store(h4, c + 4L * ldc + 8);
        Vector256.Store(l5, c + 5L * ldc);
        Vector256.Store(h5, c + 5L * ldc + 8);
    }
}
