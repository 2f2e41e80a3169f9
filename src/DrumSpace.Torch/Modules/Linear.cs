using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer. Weights and bias are drawn uniformly from ±1/sqrt(inputs), as in torch.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias)
        : base(nameof(Linear))
    {
        double bound = 1 / Math.Sqrt(inputSize);
        weight = new Parameter(zeros(outputSize, inputSize).uniform_(-bound, bound));
        register_parameter(nameof(weight), weight);
        if (hasBias)
        {
            bias = new Parameter(zeros(outputSize).uniform_(-bound, bound));
            register_parameter(nameof(bias), bias);
        }
    }

    /// <summary>Gets the weights, [outputs, inputs].</summary>
    public Parameter weight { get; }

    /// <summary>Gets the bias, [outputs], or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}
