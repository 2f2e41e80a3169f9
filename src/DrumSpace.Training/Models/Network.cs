using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>A network from rows to rows that begins with a linear layer, so that a change of its input's axes can be folded into it.</summary>
/// <param name="name">The module's name.</param>
public abstract class Network(string name) : Module<Tensor, Tensor>(name)
{
    /// <summary>The layer that sees the input.</summary>
    public abstract Linear First { get; }

    /// <summary>Its widths and what lies between its layers, in a few words of Markdown for a model's card.</summary>
    public abstract string Shape { get; }

    /// <summary>Draws the weights anew; equal seeds give equal weights.</summary>
    public abstract void Initialize(SeededRandom random);
}
