using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x times its logistic function.</summary>
    public sealed class SiLU : nn.Module<Tensor, Tensor>
    {
        internal SiLU()
            : base(nameof(SiLU))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.silu();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes the activation: x times its logistic function.</summary>
            /// <returns>The module.</returns>
            public static SiLU SiLU() => new();
        }
    }
}
