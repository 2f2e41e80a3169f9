using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>e to the power of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor exp() => Unary(nameof(exp), default(UnaryOperations.Exp));

        /// <summary>The natural logarithm of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor log() => Unary(nameof(log), default(UnaryOperations.Log));

        /// <summary>The square root of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sqrt() => Unary(nameof(sqrt), default(UnaryOperations.Sqrt));

        /// <summary>The size of each element without its sign.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor abs() => Unary(nameof(abs), default(UnaryOperations.Abs));

        /// <summary>The square of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor square() => Unary(nameof(square), default(UnaryOperations.Square));

        /// <summary>A constant power of each element.</summary>
        /// <param name="exponent">The exponent.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor pow(Scalar exponent) => exponent.Value switch
        {
            2 => square(),
            0.5 => sqrt(),
            _ => Unary(nameof(pow), new UnaryOperations.Power(exponent.Single)),
        };

        /// <summary>Each element moved to the nearest value of a range; no gradient flows where it was outside.</summary>
        /// <param name="min">Least value, or null.</param>
        /// <param name="max">Largest value, or null.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            Unary(nameof(clamp), new UnaryOperations.Clamp(min?.Single ?? float.NegativeInfinity, max?.Single ?? float.PositiveInfinity));

        /// <summary>The sine of each element, in radians.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sin() => Unary(nameof(sin), default(UnaryOperations.Sin));

        /// <summary>The logistic function of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sigmoid() => Unary(nameof(sigmoid), default(Activations.Sigmoid));

        /// <summary>The hyperbolic tangent of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor tanh() => Unary(nameof(tanh), default(Activations.Tanh));

        /// <summary>Each element, or 0 where it is negative.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor relu() => Unary(nameof(relu), default(Activations.Relu));

        /// <summary>Each element, scaled where it is negative.</summary>
        /// <param name="negative_slope">The factor for negative elements.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor leaky_relu(Scalar negative_slope) => Unary(nameof(leaky_relu), new Activations.LeakyRelu(negative_slope.Single));

        /// <summary>log(1 + exp(beta x)) / beta, and x itself where beta x passes the threshold.</summary>
        /// <param name="beta">Steepness.</param>
        /// <param name="threshold">Where the function becomes the identity.</param>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor softplus(double beta = 1, double threshold = 20) => Unary(nameof(softplus), new Activations.Softplus((float)beta, (float)threshold));

        /// <summary>x times its logistic function.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor silu() => Unary(nameof(silu), default(Activations.Silu));

        private Tensor Unary<TOperation>(string name, TOperation operation)
            where TOperation : struct, IUnaryOperation
        {
            Tensor result = Empty(_shape);
            float* x = Pointer, y = result.Pointer;
            long length = Length;
            Workers.Ranges(length, Vectors.LeastShared, (from, to) => Vectors.Map(operation, x + from, y + from, to - from));
            if (Node is null)
            {
                return result;
            }

            ReadOnlySpan<Memory.Storage> saved = (TOperation.NeedsInput, TOperation.NeedsOutput) switch
            {
                (true, true) => [Storage, result.Storage],
                (true, false) => [Storage],
                (false, true) => [result.Storage],
                _ => [],
            };
            return result.Record(name, [this], saved, node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.Take(out bool add);
                // What the derivative does not read may be gone: read the gradient in its place.
                float* input = TOperation.NeedsInput ? x : gradient, output = TOperation.NeedsOutput ? y : gradient;
                Workers.Ranges(length, Vectors.LeastShared, (from, to) =>
                    Vectors.MapBackward(operation, input + from, output + from, gradient + from, d + from, add, to - from));
            });
        }
    }
}
