using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer; its weights and bias are zeros at first.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias)
        : base(nameof(Linear))
    {
        weight = new Parameter(zeros(outputSize, inputSize));
        register_parameter(nameof(weight), weight);
        if (hasBias)
        {
            bias = new Parameter(zeros(outputSize));
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
