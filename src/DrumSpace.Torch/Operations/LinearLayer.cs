using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>The product of a fully connected layer: the input times the transposed weights, plus the bias.</summary>
internal static unsafe class LinearLayer
{
    public static Tensor Of(Tensor input, Tensor weights, Tensor? bias)
    {
        if (weights.Sizes.Length != 2 || input.Sizes.Length == 0 || input.Sizes[^1] != weights.Sizes[1]
            || (bias is not null && !Shapes.Same(bias.Sizes, [weights.Sizes[0]])))
        {
            string biasShape = bias is null ? string.Empty : $" and bias {Shapes.Format(bias.Sizes)}";
            throw new ArgumentException(
                $"linear: input {Shapes.Format(input.Sizes)} does not fit weights {Shapes.Format(weights.Sizes)}{biasShape}");
        }

        int n = (int)weights.Sizes[0], k = (int)weights.Sizes[1], m = (int)Shapes.Count(input.Sizes.AsSpan(0, input.Sizes.Length - 1));
        Tensor result = Tensor.Empty([.. input.Sizes[..^1], n]);
        float* x = input.Pointer, w = weights.Pointer, y = result.Pointer;
        if (bias is not null)
        {
            VectorUpdates.AddOrCopyRows(bias.Pointer, 0, y, n, n, m, add: false);
        }

        Gemm.Multiply(false, true, m, n, k, x, k, w, k, y, n, accumulate: bias is not null);
        return result.Record("linear", bias is null ? [input, weights] : [input, weights, bias], [input.Storage, weights.Storage], node =>
        {
            float* gradient = node.Gradient;
            if (node.Inputs[1] is { } weightNode)
            {
                float* d = weightNode.Accumulator(out bool add);
                Gemm.Multiply(true, false, n, k, m, gradient, n, x, k, d, k, add);
            }

            if (node.Inputs.Length == 3 && node.Inputs[2] is { } biasNode)
            {
                float* d = biasNode.Accumulator(out bool add);
                VectorSums.Rows(gradient, m, n, d, add);
            }

            if (node.Inputs[0] is { } inputNode)
            {
                float* d = inputNode.Accumulator(out bool add);
                Gemm.Multiply(false, false, m, k, n, gradient, n, w, k, d, k, add);
            }
        });
    }
}
