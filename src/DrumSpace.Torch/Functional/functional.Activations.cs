namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>Each element, or 0 where it is negative.</summary>
            /// <param name="x">The elements.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor relu(Tensor x) => x.relu();

            /// <summary>Each element, scaled where it is negative.</summary>
            /// <param name="input">The elements.</param>
            /// <param name="negative_slope">The factor for negative elements.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01) => input.leaky_relu(negative_slope);

            /// <summary>The hyperbolic tangent of each element.</summary>
            /// <param name="x">The elements.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor tanh(Tensor x) => x.tanh();

            /// <summary>The logistic function of each element.</summary>
            /// <param name="x">The elements.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>x times its logistic function.</summary>
            /// <param name="x">The elements.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor silu(Tensor x) => x.silu();

            /// <summary>log(1 + exp(beta x)) / beta, and x itself where beta x passes the threshold.</summary>
            /// <param name="x">The elements.</param>
            /// <param name="beta">Steepness.</param>
            /// <param name="threshold">Where the function becomes the identity.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>Sets elements to 0 at random and scales the others so that the mean stays.</summary>
            /// <param name="input">The elements.</param>
            /// <param name="p">Probability of 0, in [0, 1).</param>
            /// <param name="training">Without it the input itself.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentOutOfRangeException.ThrowIfNegative(p);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
                if (!training || p == 0)
                {
                    return input;
                }

                Tensor mask = rand(input.Sizes);
                float kept = (float)(1 / (1 - p));
                foreach (ref float value in mask.Span)
                {
                    value = value < p ? 0 : kept;
                }

                return input * mask;
            }
        }
    }
}
