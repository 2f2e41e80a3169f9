using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>Squared differences.</summary>
            /// <param name="input">One tensor.</param>
            /// <param name="target">The other, of the same shape.</param>
            /// <param name="reduction">How the elements' losses become one.</param>
            /// <returns>The loss.</returns>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                CheckSame(nameof(mse_loss), input, target);
                return Reduce((input - target).square(), reduction);
            }

            /// <summary>Absolute differences.</summary>
            /// <param name="input">One tensor.</param>
            /// <param name="target">The other, of the same shape.</param>
            /// <param name="reduction">How the elements' losses become one.</param>
            /// <returns>The loss.</returns>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                CheckSame(nameof(l1_loss), input, target);
                return Reduce((input - target).abs(), reduction);
            }

            /// <summary>The divergence of Kullback and Leibler, element by element.</summary>
            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="target">Probabilities, or their logarithms.</param>
            /// <param name="log_target">Whether the target holds logarithms.</param>
            /// <param name="reduction">How the elements' losses become one; the mean is over elements.</param>
            /// <returns>The loss.</returns>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                CheckSame(nameof(kl_div), input, target);
                if (log_target)
                {
                    return Reduce(target.exp() * (target - input), reduction);
                }

                // 0 log 0 is 0: the logarithm is taken of 1 there.
                Tensor positive = target.gt(0);
                Tensor safe = Selection.Where(positive, target, tensor(1f));
                return Reduce(target * (safe.log() - input), reduction);
            }

            /// <summary>Cross entropy of logits with the classes they should choose.</summary>
            /// <param name="input">Logits, [n, classes] or [n, classes, ...].</param>
            /// <param name="target">Int64 classes, [n] or [n, ...].</param>
            /// <param name="weight">A factor for each class's loss, [classes], or null. The mean is over the factors then.</param>
            /// <param name="ignore_index">Targets of this value count nothing.</param>
            /// <param name="reduction">How the losses become one.</param>
            /// <param name="label_smoothing">Share of the target that is spread over all classes, in [0, 1).</param>
            /// <returns>The loss.</returns>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            /// <exception cref="ArgumentOutOfRangeException">A target is no class.</exception>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (input.Sizes.Length < 2 || !Shapes.Same(target.Sizes, [input.Sizes[0], .. input.Sizes[2..]]))
                {
                    throw new ArgumentException(
                        $"cross_entropy: logits {Shapes.Format(input.Sizes)} and classes {Shapes.Format(target.Sizes)} do not fit");
                }

                long classes = input.Sizes[1];
                // Classes last: [n, ..., classes].
                Tensor logits = input;
                for (int i = 1; i < input.Sizes.Length - 1; i++)
                {
                    logits = logits.transpose(i, i + 1);
                }

                long[] labels = target.IndexSpan.ToArray();
                float[] used = new float[labels.Length];
                for (int i = 0; i < labels.Length; i++)
                {
                    used[i] = labels[i] == ignore_index ? 0 : 1;
                    labels[i] = labels[i] == ignore_index ? 0 : labels[i];
                }

                Tensor label = tensor(labels, [labels.Length]);
                Tensor logs = logits.reshape(labels.Length, classes).log_softmax(1);
                Tensor mask = tensor(used, [labels.Length]);
                Tensor factors = weight is null ? mask : mask * weight.index_select(0, label);
                Tensor each = -(logs.gather(1, label.reshape(-1, 1)).squeeze(1) * factors);
                if (label_smoothing > 0)
                {
                    Tensor spread = -((weight is null ? logs : logs * weight).sum(1) * mask);
                    each = each * (1 - label_smoothing) + spread * (label_smoothing / classes);
                }

                return reduction switch
                {
                    Reduction.None => each.reshape(target.Sizes),
                    Reduction.Sum => each.sum(),
                    _ => each.sum() / factors.sum().ToDouble(),
                };
            }

            private static void CheckSame(string name, Tensor input, Tensor target)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (!Shapes.Same(input.Sizes, target.Sizes))
                {
                    throw new ArgumentException($"{name}: input {Shapes.Format(input.Sizes)} and target {Shapes.Format(target.Sizes)} differ");
                }
            }
        }
    }
}
