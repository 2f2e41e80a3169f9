using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>A network that begins with a linear layer, so that a change of its input's axes can be folded into that layer.</summary>
/// <param name="name">The module's name.</param>
public abstract class Network(string name) : Module<Tensor, Tensor>(name)
{
    /// <summary>The first layer.</summary>
    public abstract Linear First { get; }

    /// <summary>Its layers' widths and activations, in a few words of Markdown for a model's card.</summary>
    public abstract string Shape { get; }

    /// <summary>Initializes the weights at random; equal seeds give equal weights.</summary>
    public abstract void Initialize(SeededRandom random);
}
