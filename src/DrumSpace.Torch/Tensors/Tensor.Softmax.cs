using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Exponentials along a dimension, scaled to sum 1.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor softmax(long dim) => AlongLast(nameof(softmax), dim, static t => t.SoftmaxRows());

        /// <summary>The logarithm of <see cref="softmax"/>, without its loss of small values.</summary>
        /// <param name="dim">The dimension.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor log_softmax(long dim) => AlongLast(nameof(log_softmax), dim, static t => t.LogSoftmaxRows());

        /// <summary>The elements, with a value where a mask is true.</summary>
        /// <param name="mask">A Bool tensor, broadcasting.</param>
        /// <param name="value">The value.</param>
        /// <returns>A tensor of the broadcast shape.</returns>
        public Tensor masked_fill(Tensor mask, Scalar value) => Selection.Where(mask, tensor(value.Single), this);

        private Tensor AlongLast(string name, long dim, Func<Tensor, Tensor> rows)
        {
            int axis = Shapes.Axis(name, dim, _shape);
            return axis == _shape.Length - 1 ? rows(this) : rows(transpose(axis, -1)).transpose(axis, -1);
        }

        private Tensor SoftmaxRows()
        {
            long columns = _shape[^1], rows = columns == 0 ? 0 : Length / columns;
            Tensor result = Empty(_shape);
            float* x = Pointer, y = result.Pointer;
            for (long i = 0; i < rows; i++)
            {
                float sum = (float)SoftmaxKernel.Exponentials(x + i * columns, y + i * columns, columns);
                Vectors.Scale(y + i * columns, 1 / sum, y + i * columns, add: false, columns);
            }

            return result.Record(nameof(softmax), [this], [result.Storage], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.Take(out bool add);
                for (long i = 0; i < rows; i++)
                {
                    float* g = gradient + i * columns, p = y + i * columns, to = d + i * columns;
                    float mean = (float)Vectors.Dot(g, p, columns);
                    for (long j = 0; j < columns; j++)
                    {
                        float value = p[j] * (g[j] - mean);
                        to[j] = add ? to[j] + value : value;
                    }
                }
            });
        }

        private Tensor LogSoftmaxRows()
        {
            long columns = _shape[^1], rows = columns == 0 ? 0 : Length / columns;
            Tensor result = Empty(_shape);
            float* x = Pointer, y = result.Pointer;
            for (long i = 0; i < rows; i++)
            {
                SoftmaxKernel.LogRow(x + i * columns, y + i * columns, columns);
            }

            return result.Record(nameof(log_softmax), [this], [result.Storage], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.Take(out bool add);
                for (long i = 0; i < rows; i++)
                {
                    float* g = gradient + i * columns, p = y + i * columns, to = d + i * columns;
                    float total = (float)Vectors.Sum(g, columns);
                    for (long j = 0; j < columns; j++)
                    {
                        float value = g[j] - MathF.Exp(p[j]) * total;
                        to[j] = add ? to[j] + value : value;
                    }
                }
            });
        }
    }
}
