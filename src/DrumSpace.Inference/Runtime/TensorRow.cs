using DrumSpace.Inference.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DrumSpace.Inference.Runtime;

/// <summary>A tensor of a network's contract: float, [N, <paramref name="Width"/>].</summary>
/// <param name="Name">The tensor's name in the model.</param>
/// <param name="Width">The width of a row.</param>
internal sealed record TensorRow(string Name, int Width)
{
    /// <summary>A latent point: the decoder's input and the encoder's output.</summary>
    public static TensorRow Latent { get; } = new("latent", Music.Latent.Dimensions);

    /// <summary>The probability of each cell: the decoder's output.</summary>
    public static TensorRow Probabilities { get; } = new("probabilities", Music.Pattern.CellCount);

    /// <summary>The hits of each cell, 0 or 1: the encoder's input.</summary>
    public static TensorRow Pattern { get; } = new("pattern", Music.Pattern.CellCount);

    /// <summary>Checks that a model has this tensor as its only input or output.</summary>
    /// <param name="tensors">The model's inputs or outputs.</param>
    /// <param name="side">"input" or "output", for the error.</param>
    /// <param name="file">The model's path, for the error.</param>
    /// <exception cref="BundleException">It has another.</exception>
    public void Check(IReadOnlyDictionary<string, NodeMetadata> tensors, string side, string file)
    {
        if (tensors.Count != 1 || !tensors.TryGetValue(Name, out NodeMetadata? tensor))
        {
            string found = string.Join(", ", tensors.Keys.Select(name => $"\"{name}\""));
            throw new BundleException(file, side, $"it must be \"{Name}\" alone, and is {found}");
        }

        if (!tensor.IsTensor || tensor.ElementDataType != TensorElementType.Float)
        {
            throw new BundleException(file, $"{side} \"{Name}\"", "it must be a tensor of floats");
        }

        // ONNX Runtime gives -1 for a length that the model leaves open.
        if (tensor.Dimensions is not [-1 or 1, int width] || width != Width)
        {
            string found = string.Join(", ", tensor.Dimensions.Select(length => length < 0 ? "N" : $"{length}"));
            throw new BundleException(file, $"{side} \"{Name}\"", $"its shape must be [N, {Width}], and is [{found}]");
        }
    }
}
