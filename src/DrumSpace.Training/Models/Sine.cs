using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>The sine as an activation: after a linear layer it computes Fourier features.</summary>
internal sealed class Sine() : Module<Tensor, Tensor>("sine")
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.sin();
}
