using TorchSharp.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A layer of gated recurrent units over a sequence. Weights and biases are zeros at first and named as in torch, with the gates in the
/// order reset, update, new.
/// </summary>
public sealed class GRU : nn.Module
{
    private readonly long _size;
    private readonly Parameter _inputWeight;
    private readonly Parameter _stateWeight;
    private readonly Parameter _inputBias;
    private readonly Parameter _stateBias;

    internal GRU(long inputSize, long hiddenSize)
        : base(nameof(GRU))
    {
        _size = hiddenSize;
        _inputWeight = Register("weight_ih_l0", 3 * hiddenSize, inputSize);
        _stateWeight = Register("weight_hh_l0", 3 * hiddenSize, hiddenSize);
        _inputBias = Register("bias_ih_l0", 3 * hiddenSize);
        _stateBias = Register("bias_hh_l0", 3 * hiddenSize);

        Parameter Register(string name, params long[] shape)
        {
            Parameter parameter = new(zeros(shape));
            register_parameter(name, parameter);
            return parameter;
        }
    }

    /// <summary>Runs the layer over a sequence.</summary>
    /// <param name="input">[steps, n, inputs].</param>
    /// <param name="h0">The initial states, [1, n, size], or null for zeros.</param>
    /// <returns>The state after each step, [steps, n, size], and the last one, [1, n, size].</returns>
    /// <exception cref="ArgumentException">The input has another number of dimensions.</exception>
    public (Tensor, Tensor) call(Tensor input, Tensor? h0 = null)
    {
        if (input.Sizes.Length != 3)
        {
            throw new ArgumentException($"gru: input {Shapes.Format(input.Sizes)} is no batch of sequences");
        }

        long steps = input.Sizes[0], count = input.Sizes[1];
        Tensor state = h0 is null ? zeros(count, _size) : h0.reshape(count, _size);
        Tensor fromInput = nn.functional.linear(input, _inputWeight, _inputBias);
        Tensor[] states = new Tensor[steps];
        for (long step = 0; step < steps; step++)
        {
            Tensor fromState = nn.functional.linear(state, _stateWeight, _stateBias);
            states[step] = state = GruStep.Of(fromInput.narrow(0, step, 1).reshape(count, 3 * _size), fromState, state);
        }

        Tensor[] rows = Array.ConvertAll(states, one => one.reshape(1, count, _size));
        return (cat(rows), rows[^1]);
    }
}
