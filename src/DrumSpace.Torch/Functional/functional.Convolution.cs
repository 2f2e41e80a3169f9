using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>Convolution along the last dimension, as a matrix product with the unrolled input.</summary>
            /// <param name="input">[n, channels, length].</param>
            /// <param name="weight">[outputs, channels, width].</param>
            /// <param name="bias">[outputs], or null.</param>
            /// <param name="stride">Elements between windows, or null for 1.</param>
            /// <param name="padding">Zeros on each side, or null for 0.</param>
            /// <param name="dilation">Elements between a window's elements, or null for 1.</param>
            /// <returns>[n, outputs, windows].</returns>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weight);
                long step = stride ?? 1, pad = padding ?? 0, spread = dilation ?? 1;
                ArgumentOutOfRangeException.ThrowIfLessThan(step, 1, nameof(stride));
                ArgumentOutOfRangeException.ThrowIfNegative(pad, nameof(padding));
                ArgumentOutOfRangeException.ThrowIfLessThan(spread, 1, nameof(dilation));
                long windows = input.Sizes.Length == 3 && weight.Sizes.Length == 3 && input.Sizes[1] == weight.Sizes[1]
                    ? (input.Sizes[2] + 2 * pad - spread * (weight.Sizes[2] - 1) - 1 + step) / step
                    : 0;
                if (windows < 1)
                {
                    throw new ArgumentException($"conv1d: input {Shapes.Format(input.Sizes)} does not fit weights {Shapes.Format(weight.Sizes)}");
                }

                Tensor unrolled = Unroll(input, (int)weight.Sizes[2], (int)windows, (int)step, (int)pad, (int)spread);
                return linear(unrolled, weight.reshape(weight.Sizes[0], -1), bias).transpose(1, 2);
            }

            /// <summary>[n, windows, channels * width]: for each window what the weights see.</summary>
            private static Tensor Unroll(Tensor input, int width, int windows, int stride, int padding, int dilation)
            {
                Unrolling plan = new(input.Sizes, width, windows, stride, padding, dilation);
                Tensor result = Tensor.Empty([input.Sizes[0], windows, input.Sizes[1] * width]);
                result.Span.Clear();
                plan.Unroll(input.Pointer, result.Pointer);
                return result.Record("unroll", [input], [], node => plan.AddBack(node.Gradient, node.Inputs[0]!.TakeToAdd()));
            }
        }
    }
}
