using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The logistic function.</summary>
    public sealed class Sigmoid : nn.Module<Tensor, Tensor>
    {
        internal Sigmoid()
            : base(nameof(Sigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.sigmoid();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes the activation: the logistic function.</summary>
            /// <returns>The module.</returns>
            public static Sigmoid Sigmoid() => new();
        }
    }
}
