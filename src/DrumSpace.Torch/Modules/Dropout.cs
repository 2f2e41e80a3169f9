using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sets elements to 0 at random while training and scales the others so that the mean stays.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        private readonly double _probability;

        internal Dropout(double p)
            : base(nameof(Dropout)) => _probability = p;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout(input, _probability, training);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a dropout layer.</summary>
            /// <param name="p">Probability of 0, in [0, 1).</param>
            /// <returns>The layer.</returns>
            public static Dropout Dropout(double p = 0.5) => new(p);
        }
    }
}
