using DrumSpace.Inference.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DrumSpace.Inference.Runtime;

/// <summary>A tensor of a network's contract: float, [N, <paramref name="Width"/>].</summary>
/// <param name="Name">The tensor's name in the model.</param>
/// <param name="Width">The width of a row.</param>
/// <param name="Min">The least value allowed in an output.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Rule">The rule for its values, in words.</param>
internal sealed record TensorRow(
    string Name, int Width, float Min = float.MinValue, float Max = float.MaxValue, string Rule = "a coordinate is a finite number")
{
    /// <summary>Whether a model may be without this input.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Checks that a model has some tensors, and no others, as its inputs or outputs.</summary>
    /// <param name="rows">The tensors.</param>
    /// <param name="tensors">The model's inputs or outputs.</param>
    /// <param name="side">"input" or "output", for the error.</param>
    /// <param name="file">The model's path, for the error.</param>
    /// <exception cref="BundleException">It has others.</exception>
    public static void Check(
        IReadOnlyList<TensorRow> rows, IReadOnlyDictionary<string, NodeMetadata> tensors, string side, string file)
    {
        rows = [.. rows.Where(row => !row.IsOptional || tensors.ContainsKey(row.Name))];
        if (tensors.Count != rows.Count || rows.Any(row => !tensors.ContainsKey(row.Name)))
        {
            string must = string.Join(", ", rows.Select(row => $"\"{row.Name}\"")) + (rows.Count == 1 ? " alone" : "");
            string found = string.Join(", ", tensors.Keys.Select(name => $"\"{name}\""));
            throw new BundleException(file, side, $"it must be {must}, and is {found}");
        }

        foreach (TensorRow row in rows)
        {
            NodeMetadata tensor = tensors[row.Name];
            if (!tensor.IsTensor || tensor.ElementDataType != TensorElementType.Float)
            {
                throw new BundleException(file, $"{side} \"{row.Name}\"", "it must be a tensor of floats");
            }

            // ONNX Runtime gives -1 for a length that the model leaves open.
            if (tensor.Dimensions is not [-1 or 1, int width] || width != row.Width)
            {
                string found = string.Join(", ", tensor.Dimensions.Select(length => length < 0 ? "N" : $"{length}"));
                throw new BundleException(file, $"{side} \"{row.Name}\"", $"its shape must be [N, {row.Width}], and is [{found}]");
            }
        }
    }

    /// <summary>Whether a value is allowed in an output. NaN never is.</summary>
    public bool Allows(float value) => value >= Min && value <= Max;
}
