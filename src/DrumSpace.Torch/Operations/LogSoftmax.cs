using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>The logarithm of the softmax along the last dimension.</summary>
internal static unsafe class LogSoftmax
{
    public static Tensor Of(Tensor input, long dimension)
    {
        if (Shapes.Axis("log_softmax", dimension, input.Sizes) != input.Sizes.Length - 1)
        {
            throw new ArgumentException($"log_softmax: dimension {dimension} of shape {Shapes.Format(input.Sizes)} is not the last one");
        }

        long columns = input.Sizes[^1], rows = columns == 0 ? 0 : input.Length / columns;
        Tensor result = Tensor.Empty(input.Sizes);
        float* x = input.Pointer, y = result.Pointer;
        for (long i = 0; i < rows; i++)
        {
            Row(x + i * columns, y + i * columns, columns);
        }

        return result.Record("log_softmax", [input], [result.Storage], node =>
        {
            float* gradient = node.Gradient, d = node.Inputs[0]!.Accumulator(out bool add);
            for (long i = 0; i < rows; i++)
            {
                float* g = gradient + i * columns, logs = y + i * columns, to = d + i * columns;
                float total = (float)VectorSums.Sum(g, columns);
                for (long j = 0; j < columns; j++)
                {
                    float value = g[j] - MathF.Exp(logs[j]) * total;
                    to[j] = add ? to[j] + value : value;
                }
            }
        });
    }

    // y = x - log of the sum of exp(x), shifted by the maximum so that no exponential overflows.
    private static void Row(float* x, float* y, long count)
    {
        float max = float.NegativeInfinity;
        for (long j = 0; j < count; j++)
        {
            max = MathF.Max(max, x[j]);
        }

        Vectors.Map(new UnaryOperations.Affine(1, -max), x, y, count);
        Vectors.Map(default(UnaryOperations.Exp), y, y, count);
        float log = (float)Math.Log(VectorSums.Sum(y, count));
        for (long j = 0; j < count; j++)
        {
            y[j] = x[j] - max - log;
        }
    }
}
