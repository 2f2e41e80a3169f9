using TorchSharp.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions.</summary>
        public static class functional
        {
            /// <summary>The input times the transposed weights, plus the bias.</summary>
            /// <param name="input">[..., k].</param>
            /// <param name="weights">[n, k].</param>
            /// <param name="bias">[n], or null.</param>
            /// <returns>[..., n].</returns>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearLayer.Of(input, weights, bias);

            /// <summary>The binary cross-entropy of logits, averaged over the elements.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Targets 0..1, of the same shape; no gradient flows to them.</param>
            /// <returns>The loss.</returns>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target) => BinaryCrossEntropy.Of(input, target);

            /// <summary>The cross-entropy of logits, averaged over the rows.</summary>
            /// <param name="input">Logits, [n, classes].</param>
            /// <param name="target">The true classes: Int64, [n].</param>
            /// <returns>The loss.</returns>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            /// <exception cref="ArgumentOutOfRangeException">A target is no class.</exception>
            public static Tensor cross_entropy(Tensor input, Tensor target)
            {
                if (input.Sizes.Length != 2 || !Shapes.Same(target.Sizes, [input.Sizes[0]]))
                {
                    throw new ArgumentException(
                        $"cross_entropy: logits {Shapes.Format(input.Sizes)} and classes {Shapes.Format(target.Sizes)} do not fit");
                }

                Tensor likelihoods = Selection.OnePerRow(input.log_softmax(1), target);
                return (likelihoods * new Scalar(-1)).sum() / new Scalar(target.Length);
            }
        }
    }
}
