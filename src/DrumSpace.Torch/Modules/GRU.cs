using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Layers of gated recurrent units over a sequence. Weights and biases begin evenly over +-1/sqrt(size), as in torch.</summary>
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly Layer[] _layers;
        private readonly long _size;
        private readonly bool _batchFirst;

        internal GRU(long inputSize, long hiddenSize, long layers, bool hasBias, bool batchFirst)
            : base(nameof(GRU))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
            _size = hiddenSize;
            _batchFirst = batchFirst;
            _layers = new Layer[layers];
            double bound = 1 / Math.Sqrt(hiddenSize);
            for (int i = 0; i < layers; i++)
            {
                _layers[i] = new Layer(
                    Register($"weight_ih_l{i}", zeros(3 * hiddenSize, i == 0 ? inputSize : hiddenSize)),
                    Register($"weight_hh_l{i}", zeros(3 * hiddenSize, hiddenSize)),
                    hasBias ? Register($"bias_ih_l{i}", zeros(3 * hiddenSize)) : null,
                    hasBias ? Register($"bias_hh_l{i}", zeros(3 * hiddenSize)) : null);
            }

            Parameter Register(string name, Tensor values)
            {
                Parameter parameter = new(values.uniform_(-bound, bound));
                register_parameter(name, parameter);
                return parameter;
            }
        }

        /// <summary>Runs the layers over a sequence; see <see cref="forward"/>.</summary>
        /// <param name="input">The sequence.</param>
        /// <param name="h0">The first states, or null for zeros.</param>
        /// <returns>The last layer's states, and every layer's last state.</returns>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => forward(input, h0);

        /// <summary>Runs the layers over a sequence.</summary>
        /// <param name="input1">[steps, n, inputs], or [n, steps, inputs] when made with batchFirst.</param>
        /// <param name="input2">The first states, [layers, n, size], or null for zeros.</param>
        /// <returns>The last layer's states in the input's order, and every layer's last state, [layers, n, size].</returns>
        /// <exception cref="ArgumentException">The input is no sequence.</exception>
        public override (Tensor, Tensor) forward(Tensor input1, Tensor? input2)
        {
            ArgumentNullException.ThrowIfNull(input1);
            if (input1.Sizes.Length != 3)
            {
                throw new ArgumentException($"gru: input {Tensors.Shapes.Format(input1.Sizes)} is no batch of sequences");
            }

            Tensor sequence = _batchFirst ? input1.transpose(0, 1) : input1;
            long steps = sequence.Sizes[0], count = sequence.Sizes[1];
            List<Tensor> last = [];
            for (int i = 0; i < _layers.Length; i++)
            {
                Layer layer = _layers[i];
                Tensor state = input2 is null ? zeros(count, _size) : input2.narrow(0, i, 1).squeeze(0);
                Tensor products = nn.functional.linear(sequence, layer.WeightInput, layer.BiasInput);
                List<Tensor> states = [];
                for (long t = 0; t < steps; t++)
                {
                    state = nn.functional.GruStep(
                        products.narrow(0, t, 1).squeeze(0), nn.functional.linear(state, layer.WeightState, layer.BiasState), state);
                    states.Add(state);
                }

                sequence = stack(states);
                last.Add(state);
            }

            return (_batchFirst ? sequence.transpose(0, 1) : sequence, stack(last));
        }

        private sealed record Layer(Parameter WeightInput, Parameter WeightState, Parameter? BiasInput, Parameter? BiasState);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes layers of gated recurrent units.</summary>
            /// <param name="inputSize">Inputs.</param>
            /// <param name="hiddenSize">Size of the state.</param>
            /// <param name="numLayers">Layers.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="batchFirst">Whether sequences are [n, steps, ...].</param>
            /// <returns>The layers.</returns>
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst);
        }
    }
}
