using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The matrix product of [..., m, k] with [k, n] or with [..., k, n] of the same leading sizes; vectors as in torch.</summary>
        /// <param name="target">The second factor.</param>
        /// <returns>[..., m, n].</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor matmul(Tensor target)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (_shape.Length == 0 || target._shape.Length == 0)
            {
                throw Unfit();
            }

            if (_shape.Length == 1)
            {
                Tensor product = unsqueeze(0).matmul(target);
                return product.squeeze(target._shape.Length == 1 ? 0 : -2);
            }

            if (target._shape.Length == 1)
            {
                return matmul(target.unsqueeze(1)).squeeze(-1);
            }

            long k = _shape[^1];
            long batch = target._shape.Length == 2 ? 1 : Shapes.Count(target._shape.AsSpan(0, target._shape.Length - 2));
            bool fits = target._shape[^2] == k && (target._shape.Length == 2 || Shapes.Same(_shape.AsSpan(0, _shape.Length - 2), target._shape.AsSpan(0, target._shape.Length - 2)));
            if (!fits)
            {
                throw Unfit();
            }

            long n = target._shape[^1], m = k == 0 || batch == 0 ? _shape[^2] : Length / k / batch;
            return Product(target, (int)batch, (int)m, (int)n, (int)k);

            ArgumentException Unfit() => new($"matmul: shapes {Shapes.Format(_shape)} and {Shapes.Format(target._shape)} do not fit");
        }

        /// <summary>The matrix product of two matrices.</summary>
        /// <param name="target">The second factor.</param>
        /// <returns>[m, n].</returns>
        public Tensor mm(Tensor target) => matmul(target);

        /// <summary>The matrix products of two stacks of matrices.</summary>
        /// <param name="batch2">The second factors.</param>
        /// <returns>[b, m, n].</returns>
        public Tensor bmm(Tensor batch2) => matmul(batch2);

        private Tensor Product(Tensor other, int batch, int m, int n, int k)
        {
            Tensor result = Empty([.. _shape[..^1], n]);
            float* a = Pointer, b = other.Pointer, c = result.Pointer;
            for (long i = 0; i < batch; i++)
            {
                Gemm.Multiply(false, false, m, n, k, a + i * m * k, k, b + i * k * n, n, c + i * m * n, n, accumulate: false);
            }

            return result.Record(nameof(matmul), [this, other], [Storage, other.Storage], node =>
            {
                float* gradient = node.Gradient;
                if (node.Inputs[0] is { } first)
                {
                    float* d = first.Take(out bool add);
                    for (long i = 0; i < batch; i++)
                    {
                        Gemm.Multiply(false, true, m, k, n, gradient + i * m * n, n, b + i * k * n, n, d + i * m * k, k, add);
                    }
                }

                if (node.Inputs[1] is { } second)
                {
                    float* d = second.Take(out bool add);
                    for (long i = 0; i < batch; i++)
                    {
                        Gemm.Multiply(true, false, k, n, m, a + i * m * k, k, gradient + i * m * n, n, d + i * k * n, n, add);
                    }
                }
            });
        }
    }
}
