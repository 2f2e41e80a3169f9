using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A learnt vector for each index. The vectors begin normally distributed, as in torch.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        internal Embedding(long count, long size)
            : base(nameof(Embedding))
        {
            weight = new Parameter(randn(count, size));
            register_parameter(nameof(weight), weight);
        }

        /// <summary>Gets the vectors, [indices, size].</summary>
        public Parameter weight { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.embedding(input, weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a table of learnt vectors.</summary>
            /// <param name="num_embeddings">Vectors.</param>
            /// <param name="embedding_dims">Size of one.</param>
            /// <returns>The layer.</returns>
            public static Embedding Embedding(long num_embeddings, long embedding_dims) => new(num_embeddings, embedding_dims);

            public static unsafe partial class functional
            {
                /// <summary>The vectors at indices.</summary>
                /// <param name="input">Int64 indices of any shape.</param>
                /// <param name="weight">[vectors, size].</param>
                /// <returns>[shape of input, size].</returns>
                /// <exception cref="ArgumentOutOfRangeException">An index has no vector.</exception>
                public static Tensor embedding(Tensor input, Tensor weight)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(weight);
                    return weight.index_select(0, input.reshape(-1)).reshape([.. input.Sizes, weight.Sizes[1]]);
                }
            }
        }
    }
}
