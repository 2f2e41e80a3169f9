using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>The matrix product.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>[..., m, k] times [k, n], or [..., k, n] of the same leading sizes.</summary>
    public static Tensor Of(Tensor left, Tensor right)
    {
        long[] a = left.Sizes, b = right.Sizes;
        if (a.Length < 2 || b.Length < 2 || b[^2] != a[^1]
            || (b.Length > 2 && !Shapes.Same(a.AsSpan(0, a.Length - 2), b.AsSpan(0, b.Length - 2))))
        {
            throw new ArgumentException($"matmul: shapes {Shapes.Format(a)} and {Shapes.Format(b)} do not fit");
        }

        // A matrix on the right serves all matrices on the left, which then form one tall matrix.
        long batch = Shapes.Count(b.AsSpan(0, b.Length - 2));
        int k = (int)a[^1], n = (int)b[^1], m = k == 0 || batch == 0 ? (int)a[^2] : (int)(left.Length / k / batch);
        Tensor result = Tensor.Empty([.. a[..^1], n]);
        float* x = left.Pointer, y = right.Pointer, product = result.Pointer;
        for (long i = 0; i < batch; i++)
        {
            Gemm.Multiply(false, false, m, n, k, x + i * m * k, k, y + i * k * n, n, product + i * m * n, n, accumulate: false);
        }

        return result.Record("matmul", [left, right], [left.Storage, right.Storage], node =>
        {
            float* gradient = node.Gradient;
            if (node.Inputs[0] is { } first)
            {
                float* d = first.Accumulator(out bool add);
                for (long i = 0; i < batch; i++)
                {
                    Gemm.Multiply(false, true, m, k, n, gradient + i * m * n, n, y + i * k * n, n, d + i * m * k, k, add);
                }
            }

            if (node.Inputs[1] is { } second)
            {
                float* d = second.Accumulator(out bool add);
                for (long i = 0; i < batch; i++)
                {
                    Gemm.Multiply(true, false, k, n, m, x + i * m * k, k, gradient + i * m * n, n, d + i * k * n, n, add);
                }
            }
        });
    }
}
