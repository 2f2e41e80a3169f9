using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Batch normalisation of [n, channels] or [n, channels, length].</summary>
    public sealed class BatchNorm1d : nn.Module<Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly double _momentum;

        internal BatchNorm1d(long channels, double eps, double momentum)
            : base(nameof(BatchNorm1d))
        {
            _eps = eps;
            _momentum = momentum;
            weight = new Parameter(ones(channels));
            bias = new Parameter(zeros(channels));
            running_mean = zeros(channels);
            running_var = ones(channels);
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
        }

        /// <summary>Gets the factors, [channels].</summary>
        public Parameter weight { get; }

        /// <summary>Gets the offsets, [channels].</summary>
        public Parameter bias { get; }

        /// <summary>Gets the moving mean, [channels].</summary>
        public Tensor running_mean { get; }

        /// <summary>Gets the moving variance, [channels].</summary>
        public Tensor running_var { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, _momentum, _eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a batch normalisation.</summary>
            /// <param name="num_features">Channels.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">Share of a batch in the new running statistics.</param>
            /// <returns>The layer.</returns>
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-5, double momentum = 0.1) => new(num_features, eps, momentum);
        }
    }
}
