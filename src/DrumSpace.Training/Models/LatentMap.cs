using MathNet.Numerics.LinearAlgebra;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// New axes for a latent space: z' = M (z - c). Folded into the last layer of the encoder and the first of the decoder, so that the model
/// reconstructs as before and carries nothing extra.
/// </summary>
/// <param name="matrix">M, [4, 4]; must have an inverse.</param>
/// <param name="center">c, four numbers: the point that becomes the origin.</param>
internal sealed class LatentMap(Matrix<double> matrix, Vector<double> center)
{
    /// <summary>Gives a model the new axes.</summary>
    public void FoldInto(PatternModel model)
    {
        Linear last = model.Encoder.Layers[^1], first = model.Decoder.First;
        Write(last.bias!, (matrix * (ReadColumn(last.bias!) - center)).ToColumnMatrix());
        Write(last.weight, matrix * Read(last.weight));

        // The decoder takes z = M^-1 z' + c.
        Write(first.bias!, (ReadColumn(first.bias!) + Read(first.weight) * center).ToColumnMatrix());
        Write(first.weight, Read(first.weight) * matrix.Inverse());
    }

    private static Matrix<double> Read(Tensor weight)
    {
        float[] values = TensorValues.Read(weight);
        int columns = (int)weight.shape[1];
        return DenseAlgebra.Create(values.Length / columns, columns, (row, column) => values[(row * columns) + column]);
    }

    private static Vector<double> ReadColumn(Tensor bias) =>
        Vector<double>.Build.DenseOfEnumerable(TensorValues.Read(bias).Select(value => (double)value));

    private static void Write(Tensor parameter, Matrix<double> values) =>
        TensorValues.Write(parameter, Array.ConvertAll(values.ToRowMajorArray(), value => (float)value));
}
