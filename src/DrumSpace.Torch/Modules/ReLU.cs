using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each element, or 0 where it is negative.</summary>
    public sealed class ReLU : nn.Module<Tensor, Tensor>
    {
        internal ReLU()
            : base(nameof(ReLU))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.relu();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes the activation: each element, or 0 where it is negative.</summary>
            /// <returns>The module.</returns>
            public static ReLU ReLU() => new();
        }
    }
}
