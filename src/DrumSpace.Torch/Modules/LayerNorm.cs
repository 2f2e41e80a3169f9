using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalisation of the last dimensions.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _shape;
        private readonly double _eps;

        internal LayerNorm(long[] shape, double eps, bool affine)
            : base(nameof(LayerNorm))
        {
            _shape = [.. shape];
            _eps = eps;
            if (affine)
            {
                weight = new Parameter(ones(shape));
                bias = new Parameter(zeros(shape));
                register_parameter(nameof(weight), weight);
                register_parameter(nameof(bias), bias);
            }
        }

        /// <summary>Gets the factors, or null.</summary>
        public Parameter? weight { get; }

        /// <summary>Gets the offsets, or null.</summary>
        public Parameter? bias { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, _shape, weight, bias, _eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a layer normalisation.</summary>
            /// <param name="normalized_shape">The last dimensions.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether it has factors and offsets.</param>
            /// <returns>The layer.</returns>
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true) =>
                new(normalized_shape, eps, elementwise_affine);

            /// <summary>Makes a layer normalisation of the last dimension.</summary>
            /// <param name="normalized_shape">Its size.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether it has factors and offsets.</param>
            /// <returns>The layer.</returns>
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-5, bool elementwise_affine = true) =>
                new([normalized_shape], eps, elementwise_affine);
        }
    }
}
