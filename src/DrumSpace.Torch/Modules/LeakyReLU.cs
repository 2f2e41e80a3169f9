using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each element, scaled where it is negative.</summary>
    public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
    {
        internal LeakyReLU(double negative_slope)
            : base(nameof(LeakyReLU)) => this.negative_slope = negative_slope;

        /// <summary>Gets the factor for negative elements.</summary>
        public double negative_slope { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.leaky_relu(negative_slope);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes the activation: each element, scaled where it is negative.</summary>
            /// <param name="negative_slope">The factor for negative elements.</param>
            /// <returns>The module.</returns>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01) => new(negative_slope);
        }
    }
}
