using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>The sine as a layer: behind a linear layer it makes waves of every direction and length through the input's space.</summary>
internal sealed class Sine() : Module<Tensor, Tensor>("sine")
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.sin();
}
