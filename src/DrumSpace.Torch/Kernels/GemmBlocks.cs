using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The inner kernels of <see cref="Gemm"/>: each computes a block of the result in the registers of its processors.</summary>
/// <remarks>
/// All compute c (+)= a times b: <c>depth</c> is the inner dimension, <c>a</c> a packed panel of rows, <c>b</c> a packed panel of columns,
/// <c>c</c> the block's first element, <c>ldc</c> the elements from one row of the result to the next, and <c>add</c> whether the
/// product is added to what the block holds.
/// </remarks>
internal static unsafe class GemmBlocks
{
    /// <summary>Twelve rows by 32 columns: 24 sums, 2 loaded vectors and a factor of the 32 registers of AVX-512.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run512(int depth, float* a, float* b, float* c, int ldc, bool add)
    {
        Vector512<float> l0 = default, h0 = default, l1 = default, h1 = default, l2 = default, h2 = default, l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default, l5 = default, h5 = default, l6 = default, h6 = default, l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default, l9 = default, h9 = default, l10 = default, h10 = default, l11 = default, h11 = default;
        for (int k = 0; k < depth; k++, a += 12, b += 32)
        {
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Add(a[0], low, high, ref l0, ref h0);
            Add(a[1], low, high, ref l1, ref h1);
            Add(a[2], low, high, ref l2, ref h2);
            Add(a[3], low, high, ref l3, ref h3);
            Add(a[4], low, high, ref l4, ref h4);
            Add(a[5], low, high, ref l5, ref h5);
            Add(a[6], low, high, ref l6, ref h6);
            Add(a[7], low, high, ref l7, ref h7);
            Add(a[8], low, high, ref l8, ref h8);
            Add(a[9], low, high, ref l9, ref h9);
            Add(a[10], low, high, ref l10, ref h10);
            Add(a[11], low, high, ref l11, ref h11);
        }

        Write(c, l0, h0, add);
        Write(c + ldc, l1, h1, add);
        Write(c + 2L * ldc, l2, h2, add);
        Write(c + 3L * ldc, l3, h3, add);
        Write(c + 4L * ldc, l4, h4, add);
        Write(c + 5L * ldc, l5, h5, add);
        Write(c + 6L * ldc, l6, h6, add);
        Write(c + 7L * ldc, l7, h7, add);
        Write(c + 8L * ldc, l8, h8, add);
        Write(c + 9L * ldc, l9, h9, add);
        Write(c + 10L * ldc, l10, h10, add);
        Write(c + 11L * ldc, l11, h11, add);
    }

    /// <summary>Six rows by 16 columns: 12 sums, 2 loaded vectors and a factor, which fill the 16 registers of AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run256(int depth, float* a, float* b, float* c, int ldc, bool add)
    {
        Vector256<float> l0 = default, h0 = default, l1 = default, h1 = default, l2 = default, h2 = default, l3 = default, h3 = default;
        Vector256<float> l4 = default, h4 = default, l5 = default, h5 = default;
        for (int k = 0; k < depth; k++, a += 6, b += 16)
        {
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 8);
            Add(a[0], low, high, ref l0, ref h0);
            Add(a[1], low, high, ref l1, ref h1);
            Add(a[2], low, high, ref l2, ref h2);
            Add(a[3], low, high, ref l3, ref h3);
            Add(a[4], low, high, ref l4, ref h4);
            Add(a[5], low, high, ref l5, ref h5);
        }

        Write(c, l0, h0, add);
        Write(c + ldc, l1, h1, add);
        Write(c + 2L * ldc, l2, h2, add);
        Write(c + 3L * ldc, l3, h3, add);
        Write(c + 4L * ldc, l4, h4, add);
        Write(c + 5L * ldc, l5, h5, add);
    }

    /// <summary>Four rows by 8 columns: 8 sums, 2 loaded vectors and a factor of the 16 registers that every processor has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run128(int depth, float* a, float* b, float* c, int ldc, bool add)
    {
        Vector128<float> l0 = default, h0 = default, l1 = default, h1 = default, l2 = default, h2 = default, l3 = default, h3 = default;
        for (int k = 0; k < depth; k++, a += 4, b += 8)
        {
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 4);
            Add(a[0], low, high, ref l0, ref h0);
            Add(a[1], low, high, ref l1, ref h1);
            Add(a[2], low, high, ref l2, ref h2);
            Add(a[3], low, high, ref l3, ref h3);
        }

        Write(c, l0, h0, add);
        Write(c + ldc, l1, h1, add);
        Write(c + 2L * ldc, l2, h2, add);
        Write(c + 3L * ldc, l3, h3, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float factor, Vector512<float> low, Vector512<float> high, ref Vector512<float> toLow, ref Vector512<float> toHigh)
    {
        Vector512<float> all = Vector512.Create(factor);
        toLow = Vector512.FusedMultiplyAdd(all, low, toLow);
        toHigh = Vector512.FusedMultiplyAdd(all, high, toHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(float* c, Vector512<float> low, Vector512<float> high, bool add)
    {
        Vector512.Store(add ? low + Vector512.Load(c) : low, c);
        Vector512.Store(add ? high + Vector512.Load(c + 16) : high, c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float factor, Vector256<float> low, Vector256<float> high, ref Vector256<float> toLow, ref Vector256<float> toHigh)
    {
        Vector256<float> all = Vector256.Create(factor);
        toLow = Vector256.FusedMultiplyAdd(all, low, toLow);
        toHigh = Vector256.FusedMultiplyAdd(all, high, toHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(float* c, Vector256<float> low, Vector256<float> high, bool add)
    {
        Vector256.Store(add ? low + Vector256.Load(c) : low, c);
        Vector256.Store(add ? high + Vector256.Load(c + 8) : high, c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float factor, Vector128<float> low, Vector128<float> high, ref Vector128<float> toLow, ref Vector128<float> toHigh)
    {
        Vector128<float> all = Vector128.Create(factor);
        toLow = Vector128.MultiplyAddEstimate(all, low, toLow);
        toHigh = Vector128.MultiplyAddEstimate(all, high, toHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(float* c, Vector128<float> low, Vector128<float> high, bool add)
    {
        Vector128.Store(add ? low + Vector128.Load(c) : low, c);
        Vector128.Store(add ? high + Vector128.Load(c + 4) : high, c + 4);
    }
}
