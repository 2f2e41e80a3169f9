using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>Binary cross entropy of logits.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Targets 0..1, of the same shape; no gradient flows to them.</param>
            /// <param name="weight">A factor for each element's loss, broadcasting, or null.</param>
            /// <param name="reduction">How the elements' losses become one.</param>
            /// <param name="pos_weights">A factor for the loss of positive targets, broadcasting, or null.</param>
            /// <returns>The loss.</returns>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                CheckSame(nameof(binary_cross_entropy_with_logits), input, target);

                if (weight is not null)
                {
                    return Reduce(binary_cross_entropy_with_logits(input, target, null, Reduction.None, pos_weights) * weight, reduction);
                }

                int count = input.Length, tasks = (count + LogisticLoss.Stretch - 1) / LogisticLoss.Stretch;
                Tensor? positive = pos_weights is null || Shapes.Same(pos_weights.Sizes, input.Sizes) ? pos_weights : pos_weights.detach().expand(input.Sizes);
                Tensor? each = reduction == Reduction.None ? Tensor.Empty(input.Sizes) : null;
                Storage? derivative = input.Node is not null && is_grad_enabled() ? Storage.Rent(count) : null;
                float* x = input.Pointer, y = target.Pointer, p = positive is null ? null : positive.Pointer;
                float* losses = each is null ? null : each.Pointer, d = derivative is null ? null : derivative.Pointer;
                double[] sums = new double[tasks];
                Workers.For(tasks, task =>
                {
                    int from = task * LogisticLoss.Stretch;
                    sums[task] = LogisticLoss.Of(
                        x + from, y + from, p == null ? null : p + from, d == null ? null : d + from, losses == null ? null : losses + from,
                        Math.Min(LogisticLoss.Stretch, count - from));
                });
                double factor = reduction == Reduction.Mean ? 1.0 / count : 1;
                Tensor result = each ?? tensor((float)(sums.Sum() * factor));
                if (derivative is null)
                {
                    return result;
                }

                bool perElement = each is not null;
                result.Record(nameof(binary_cross_entropy_with_logits), [input], [derivative], node =>
                {
                    float* gradient = node.Gradient, to = node.Inputs[0]!.Take(out bool add);
                    if (perElement)
                    {
                        Vectors.MultiplyInto(gradient, d, to, add, count);
                    }
                    else
                    {
                        Vectors.Scale(d, (float)(*gradient * factor), to, add, count);
                    }
                });
                derivative.Release();
                return result;
            }

            /// <summary>Binary cross entropy of probabilities; logarithms are kept above -100, as torch does.</summary>
            /// <param name="input">Probabilities 0..1.</param>
            /// <param name="target">Targets 0..1, of the same shape.</param>
            /// <param name="weight">A factor for each element's loss, broadcasting, or null.</param>
            /// <param name="reduction">How the elements' losses become one.</param>
            /// <returns>The loss.</returns>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckSame(nameof(binary_cross_entropy), input, target);

                Tensor each = -(target * input.log().clamp(-100) + (1 - target) * (1 - input).log().clamp(-100));
                return Reduce(weight is null ? each : each * weight, reduction);
            }

            private static Tensor Reduce(Tensor each, Reduction reduction) => reduction switch
            {
                Reduction.Mean => each.mean(),
                Reduction.Sum => each.sum(),
                _ => each,
            };
        }
    }
}
