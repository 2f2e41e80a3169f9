using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The hyperbolic tangent.</summary>
    public sealed class Tanh : nn.Module<Tensor, Tensor>
    {
        internal Tanh()
            : base(nameof(Tanh))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.tanh();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes the activation: the hyperbolic tangent.</summary>
            /// <returns>The module.</returns>
            public static Tanh Tanh() => new();
        }
    }
}
