using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The rectifier: each element, or 0 where it is negative.</summary>
public sealed class ReLU : nn.Module<Tensor, Tensor>
{
    internal ReLU()
        : base(nameof(ReLU))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.relu();
}
