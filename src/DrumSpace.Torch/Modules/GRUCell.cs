using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a gated recurrent unit. Weights and biases begin evenly over +-1/sqrt(size), as in torch.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly long _size;

        internal GRUCell(long inputSize, long hiddenSize, bool hasBias)
            : base(nameof(GRUCell))
        {
            _size = hiddenSize;
            double bound = 1 / Math.Sqrt(hiddenSize);
            weight_ih = new Parameter(zeros(3 * hiddenSize, inputSize).uniform_(-bound, bound));
            weight_hh = new Parameter(zeros(3 * hiddenSize, hiddenSize).uniform_(-bound, bound));
            register_parameter(nameof(weight_ih), weight_ih);
            register_parameter(nameof(weight_hh), weight_hh);
            if (hasBias)
            {
                bias_ih = new Parameter(zeros(3 * hiddenSize).uniform_(-bound, bound));
                bias_hh = new Parameter(zeros(3 * hiddenSize).uniform_(-bound, bound));
                register_parameter(nameof(bias_ih), bias_ih);
                register_parameter(nameof(bias_hh), bias_hh);
            }
        }

        /// <summary>Gets the input's weights, [3 * size, inputs], in the order reset, update, new.</summary>
        public Parameter weight_ih { get; }

        /// <summary>Gets the state's weights, [3 * size, size], in the order reset, update, new.</summary>
        public Parameter weight_hh { get; }

        /// <summary>Gets the input's bias, [3 * size], or null.</summary>
        public Parameter? bias_ih { get; }

        /// <summary>Gets the state's bias, [3 * size], or null.</summary>
        public Parameter? bias_hh { get; }

        /// <summary>Computes the next state; see <see cref="forward"/>.</summary>
        /// <param name="input">The input, [n, inputs].</param>
        /// <param name="h0">The state, or null for zeros.</param>
        /// <returns>The next state, [n, size].</returns>
        public new Tensor call(Tensor input, Tensor? h0 = null) => forward(input, h0);

        /// <summary>Computes the next state.</summary>
        /// <param name="input1">The input, [n, inputs].</param>
        /// <param name="input2">The state, [n, size], or null for zeros.</param>
        /// <returns>The next state, [n, size].</returns>
        public override Tensor forward(Tensor input1, Tensor? input2)
        {
            ArgumentNullException.ThrowIfNull(input1);
            Tensor state = input2 ?? zeros(input1.Sizes[0], _size);
            return nn.functional.GruStep(
                nn.functional.linear(input1, weight_ih, bias_ih), nn.functional.linear(state, weight_hh, bias_hh), state);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes one step of a gated recurrent unit.</summary>
            /// <param name="inputSize">Inputs.</param>
            /// <param name="hiddenSize">Size of the state.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <returns>The cell.</returns>
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true) => new(inputSize, hiddenSize, bias);
        }
    }
}
