using TorchSharp.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A learnt vector for each index; zeros at first.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    internal Embedding(long count, long size)
        : base(nameof(Embedding))
    {
        weight = new Parameter(zeros(count, size));
        register_parameter(nameof(weight), weight);
    }

    /// <summary>Gets the vectors, [indices, size].</summary>
    public Parameter weight { get; }

    /// <summary>The vectors at indices.</summary>
    /// <param name="input">Int64 indices, [n].</param>
    /// <returns>[n, size].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index has no vector.</exception>
    public override Tensor forward(Tensor input) => Selection.Of(nameof(Embedding), weight, 0, input.IndexSpan.ToArray());
}
