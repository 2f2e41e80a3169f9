using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A convolution along the last dimension. Weights and bias begin evenly over +-1/sqrt(channels * width), as in torch.</summary>
    public sealed class Conv1d : nn.Module<Tensor, Tensor>
    {
        private readonly long _stride;
        private readonly long _padding;
        private readonly long _dilation;

        internal Conv1d(long channels, long outputs, long width, long stride, long padding, long dilation, bool hasBias)
            : base(nameof(Conv1d))
        {
            _stride = stride;
            _padding = padding;
            _dilation = dilation;
            double bound = 1 / Math.Sqrt(channels * width);
            weight = new Parameter(zeros(outputs, channels, width).uniform_(-bound, bound));
            register_parameter(nameof(weight), weight);
            if (hasBias)
            {
                bias = new Parameter(zeros(outputs).uniform_(-bound, bound));
                register_parameter(nameof(bias), bias);
            }
        }

        /// <summary>Gets the weights, [outputs, channels, width].</summary>
        public Parameter weight { get; }

        /// <summary>Gets the bias, [outputs], or null.</summary>
        public Parameter? bias { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.conv1d(input, weight, bias, _stride, _padding, _dilation);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a convolution along the last dimension.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Width of a window.</param>
            /// <param name="stride">Elements between windows.</param>
            /// <param name="padding">Zeros on each side.</param>
            /// <param name="dilation">Elements between a window's elements.</param>
            /// <param name="bias">Whether a bias is added.</param>
            /// <returns>The layer.</returns>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, bool bias = true) =>
                new(in_channels, out_channels, kernel_size, stride, padding, dilation, bias);
        }
    }
}
