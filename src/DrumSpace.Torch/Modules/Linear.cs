using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A fully connected layer. Weights and bias begin evenly over +-1/sqrt(inputs), as in torch.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(long inputSize, long outputSize, bool hasBias)
            : base(nameof(Linear))
        {
            double bound = 1 / Math.Sqrt(inputSize);
            weight = new Parameter(rand(outputSize, inputSize).mul_(2 * bound).add_(tensor((float)-bound)));
            register_parameter(nameof(weight), weight);
            if (hasBias)
            {
                bias = new Parameter(rand(outputSize).mul_(2 * bound).add_(tensor((float)-bound)));
                register_parameter(nameof(bias), bias);
            }
        }

        /// <summary>Gets the weights, [outputs, inputs].</summary>
        public Parameter weight { get; }

        /// <summary>Gets the bias, [outputs], or null.</summary>
        public Parameter? bias { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a fully connected layer.</summary>
            /// <param name="inputSize">Inputs.</param>
            /// <param name="outputSize">Outputs.</param>
            /// <param name="hasBias">Whether a bias is added.</param>
            /// <returns>The layer.</returns>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true) => new(inputSize, outputSize, hasBias);
        }
    }
}
