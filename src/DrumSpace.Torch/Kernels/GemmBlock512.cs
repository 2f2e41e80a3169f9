using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The inner kernel of <see cref="Gemm"/> with 512-bit vectors, for a block of twelve rows by 32 columns.</summary>
/// <remarks>It keeps 24 sums, 2 loaded vectors and a factor of the 32 registers of AVX-512.</remarks>
internal static unsafe class GemmBlock512
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
        Vector512<float> l0 = Vector512<float>.Zero, h0 = Vector512<float>.Zero;
        Vector512<float> l1 = Vector512<float>.Zero, h1 = Vector512<float>.Zero;
        Vector512<float> l2 = Vector512<float>.Zero, h2 = Vector512<float>.Zero;
        Vector512<float> l3 = Vector512<float>.Zero, h3 = Vector512<float>.Zero;
        Vector512<float> l4 = Vector512<float>.Zero, h4 = Vector512<float>.Zero;
        Vector512<float> l5 = Vector512<float>.Zero, h5 = Vector512<float>.Zero;
        Vector512<float> l6 = Vector512<float>.Zero, h6 = Vector512<float>.Zero;
        Vector512<float> l7 = Vector512<float>.Zero, h7 = Vector512<float>.Zero;
        Vector512<float> l8 = Vector512<float>.Zero, h8 = Vector512<float>.Zero;
        Vector512<float> l9 = Vector512<float>.Zero, h9 = Vector512<float>.Zero;
        Vector512<float> l10 = Vector512<float>.Zero, h10 = Vector512<float>.Zero;
        Vector512<float> l11 = Vector512<float>.Zero, h11 = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++, a += 12, b += 32)
        {
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16), factor;
            factor = Vector512.Create(a[0]);
            l0 = Vector512.FusedMultiplyAdd(factor, low, l0);
            h0 = Vector512.FusedMultiplyAdd(factor, high, h0);
            factor = Vector512.Create(a[1]);
            l1 = Vector512.FusedMultiplyAdd(factor, low, l1);
            h1 = Vector512.FusedMultiplyAdd(factor, high, h1);
            factor = Vector512.Create(a[2]);
            l2 = Vector512.FusedMultiplyAdd(factor, low, l2);
            h2 = Vector512.FusedMultiplyAdd(factor, high, h2);
            factor = Vector512.Create(a[3]);
            l3 = Vector512.FusedMultiplyAdd(factor, low, l3);
            h3 = Vector512.FusedMultiplyAdd(factor, high, h3);
            factor = Vector512.Create(a[4]);
            l4 = Vector512.FusedMultiplyAdd(factor, low, l4);
            h4 = Vector512.FusedMultiplyAdd(factor, high, h4);
            factor = Vector512.Create(a[5]);
            l5 = Vector512.FusedMultiplyAdd(factor, low, l5);
            h5 = Vector512.FusedMultiplyAdd(factor, high, h5);
            factor = Vector512.Create(a[6]);
            l6 = Vector512.FusedMultiplyAdd(factor, low, l6);
            h6 = Vector512.FusedMultiplyAdd(factor, high, h6);
            factor = Vector512.Create(a[7]);
            l7 = Vector512.FusedMultiplyAdd(factor, low, l7);
            h7 = Vector512.FusedMultiplyAdd(factor, high, h7);
            factor = Vector512.Create(a[8]);
            l8 = Vector512.FusedMultiplyAdd(factor, low, l8);
            h8 = Vector512.FusedMultiplyAdd(factor, high, h8);
            factor = Vector512.Create(a[9]);
            l9 = Vector512.FusedMultiplyAdd(factor, low, l9);
            h9 = Vector512.FusedMultiplyAdd(factor, high, h9);
            factor = Vector512.Create(a[10]);
            l10 = Vector512.FusedMultiplyAdd(factor, low, l10);
            h10 = Vector512.FusedMultiplyAdd(factor, high, h10);
            factor = Vector512.Create(a[11]);
            l11 = Vector512.FusedMultiplyAdd(factor, low, l11);
            h11 = Vector512.FusedMultiplyAdd(factor, high, h11);
        }

        if (add)
        {
            l0 += Vector512.Load(c);
            h0 += Vector512.Load(c + 16);
            l1 += Vector512.Load(c + ldc);
            h1 += Vector512.Load(c + ldc + 16);
            l2 += Vector512.Load(c + 2L * ldc);
            h2 += Vector512.Load(c + 2L * ldc + 16);
            l3 += Vector512.Load(c + 3L * ldc);
            h3 += Vector512.Load(c + 3L * ldc + 16);
            l4 += Vector512.Load(c + 4L * ldc);
            h4 += Vector512.Load(c + 4L * ldc + 16);
            l5 += Vector512.Load(c + 5L * ldc);
            h5 += Vector512.Load(c + 5L * ldc + 16);
            l6 += Vector512.Load(c + 6L * ldc);
            h6 += Vector512.Load(c + 6L * ldc + 16);
            l7 += Vector512.Load(c + 7L * ldc);
            h7 += Vector512.Load(c + 7L * ldc + 16);
            l8 += Vector512.Load(c + 8L * ldc);
            h8 += Vector512.Load(c + 8L * ldc + 16);
            l9 += Vector512.Load(c + 9L * ldc);
            h9 += Vector512.Load(c + 9L * ldc + 16);
            l10 += Vector512.Load(c + 10L * ldc);
            h10 += Vector512.Load(c + 10L * ldc + 16);
            l11 += Vector512.Load(c + 11L * ldc);
            h11 += Vector512.Load(c + 11L * ldc + 16);
        }

        Vector512.Store(l0, c);
        Vector512.Store(h0, c + 16);
        Vector512.Store(l1, c + ldc);
        Vector512.Store(h1, c + ldc + 16);
        Vector512.Store(l2, c + 2L * ldc);
        Vector512.Store(h2, c + 2L * ldc + 16);
        Vector512.Store(l3, c + 3L * ldc);
        Vector512.Store(h3, c + 3L * ldc + 16);
        Vector512.Store(l4, c + 4L * ldc);
        Vector512.Store(h4, c + 4L * ldc + 16);
        Vector512.Store(l5, c + 5L * ldc);
        Vector512.Store(h5, c + 5L * ldc + 16);
        Vector512.Store(l6, c + 6L * ldc);
        Vector512.Store(h6, c + 6L * ldc + 16);
        Vector512.Store(l7, c + 7L * ldc);
        Vector512.Store(h7, c + 7L * ldc + 16);
        Vector512.Store(l8, c + 8L * ldc);
        Vector512.Store(h8, c + 8L * ldc + 16);
        Vector512.Store(l9, c + 9L * ldc);
        Vector512.Store(h9, c + 9L * ldc + 16);
        Vector512.Store(l10, c + 10L * ldc);
        Vector512.Store(h10, c + 10L * ldc + 16);
        Vector512.Store(l11, c + 11L * ldc);
        Vector512.Store(h11, c + 11L * ldc + 16);
    }
}
