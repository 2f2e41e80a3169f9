using DrumSpace.Music;
using TorchSharp.Modules;

namespace DrumSpace.Training.Models;

/// <summary>
/// New axes for a learnt space: z' = M (z - c). Folded into the last layer of the encoder and the first of the decoder, so that the
/// model says the same beats as before and carries nothing extra.
/// </summary>
/// <param name="matrix">M, [4, 4]; must have an inverse.</param>
/// <param name="center">c, four numbers: the point that becomes the origin.</param>
public sealed class LatentMap(double[,] matrix, double[] center)
{
    private const int Axes = Latent.Dimensions;

    /// <summary>Where a point lies on the new axes.</summary>
    public Latent Apply(in Latent latent)
    {
        Latent mapped = default;
        for (int axis = 0; axis < Axes; axis++)
        {
            double sum = 0;
            for (int old = 0; old < Axes; old++)
            {
                sum += matrix[axis, old] * (latent[old] - center[old]);
            }

            mapped[axis] = (float)sum;
        }

        return mapped;
    }

    /// <summary>Gives a model the new axes.</summary>
    public void FoldInto(BeatModel model)
    {
        FoldIntoEncoder(model.Encoder.Layers[^1]);
        FoldIntoDecoder(model.Decoder.First);
    }

    private void FoldIntoEncoder(Linear last)
    {
        float[] weight = ParameterValues.Read(last.weight), bias = ParameterValues.Read(last.bias!);
        int inputs = weight.Length / Axes;
        var newWeight = new float[weight.Length];
        for (int i = 0; i < weight.Length; i++)
        {
            double sum = 0;
            for (int old = 0; old < Axes; old++)
            {
                sum += matrix[i / inputs, old] * weight[(old * inputs) + (i % inputs)];
            }

            newWeight[i] = (float)sum;
        }

        Latent moved = Apply(new Latent(bias[0], bias[1], bias[2], bias[3]));
        ParameterValues.Write(last.weight, newWeight);
        ParameterValues.Write(last.bias!, [moved[0], moved[1], moved[2], moved[3]]);
    }

    // The decoder takes z = M^-1 z' + c.
    private void FoldIntoDecoder(Linear first)
    {
        float[] weight = ParameterValues.Read(first.weight), bias = ParameterValues.Read(first.bias!);
        double[,] back = SquareMatrix.Invert(matrix);
        for (int unit = 0; unit < bias.Length; unit++)
        {
            Span<float> row = weight.AsSpan(unit * Axes, Axes);
            double shift = 0;
            var newRow = new float[Axes];
            for (int axis = 0; axis < Axes; axis++)
            {
                shift += row[axis] * center[axis];
                double sum = 0;
                for (int old = 0; old < Axes; old++)
                {
                    sum += row[old] * back[old, axis];
                }

                newRow[axis] = (float)sum;
            }

            newRow.CopyTo(row);
            bias[unit] = (float)(bias[unit] + shift);
        }

        ParameterValues.Write(first.weight, weight);
        ParameterValues.Write(first.bias!, bias);
    }
}
