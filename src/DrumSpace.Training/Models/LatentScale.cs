using DrumSpace.Music;
using TorchSharp.Modules;

namespace DrumSpace.Training.Models;

/// <summary>
/// Gives the axes of a learnt space a common scale: an auto-encoder leaves each at an arbitrary offset, spread and sign. The change is
/// folded into the last layer of the encoder and the first of the decoder, so the model says the same beats as before and carries
/// nothing extra.
/// </summary>
public static class LatentScale
{
    /// <summary>
    /// Moves, scales and turns round each axis so that the encoded patterns have mean 0 and deviation 1 on it, and busier patterns lie
    /// towards its upper end.
    /// </summary>
    /// <param name="model">Its weights change.</param>
    /// <param name="patterns">The training set; at least two patterns that differ on every axis.</param>
    /// <exception cref="InvalidOperationException">An axis has no spread, because the model did not learn to use it.</exception>
    public static void Standardize(BeatModel model, ReadOnlySpan<Pattern> patterns)
    {
        Latent[] latents = model.Encode(patterns);
        double[] mean = new double[Latent.Dimensions];
        double[] scale = new double[Latent.Dimensions];
        double meanHits = 0;
        foreach (Pattern pattern in patterns)
        {
            meanHits += (double)pattern.HitCount / patterns.Length;
        }

        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            double sum = 0, squares = 0, withHits = 0;
            foreach (Latent latent in latents)
            {
                sum += latent[axis];
            }

            mean[axis] = sum / latents.Length;
            for (int i = 0; i < latents.Length; i++)
            {
                double offset = latents[i][axis] - mean[axis];
                squares += offset * offset;
                withHits += offset * (patterns[i].HitCount - meanHits);
            }

            double deviation = Math.Sqrt(squares / latents.Length);
            if (!(deviation > 1e-6))
            {
                throw new InvalidOperationException(
                    $"the model does not use axis {axis + 1} of its latent space: all patterns have the same value there");
            }

            scale[axis] = withHits < 0 ? -deviation : deviation;
        }

        Fold(model, mean, scale);
    }

    // z' = (z - mean) / scale: the encoder's last layer gives z' and the decoder's first layer takes it.
    private static void Fold(BeatModel model, double[] mean, double[] scale)
    {
        Linear last = model.Encoder.Layers[^1], first = model.Decoder.Layers[0];
        float[] lastWeight = ParameterValues.Read(last.weight), lastBias = ParameterValues.Read(last.bias!);
        float[] firstWeight = ParameterValues.Read(first.weight), firstBias = ParameterValues.Read(first.bias!);
        int inputs = lastWeight.Length / Latent.Dimensions;
        for (int i = 0; i < lastWeight.Length; i++)
        {
            lastWeight[i] = (float)(lastWeight[i] / scale[i / inputs]);
        }

        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            lastBias[axis] = (float)((lastBias[axis] - mean[axis]) / scale[axis]);
        }

        for (int unit = 0; unit < firstBias.Length; unit++)
        {
            double shift = 0;
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                ref float weight = ref firstWeight[unit * Latent.Dimensions + axis];
                shift += weight * mean[axis];
                weight = (float)(weight * scale[axis]);
            }

            firstBias[unit] = (float)(firstBias[unit] + shift);
        }

        ParameterValues.Write(last.weight, lastWeight);
        ParameterValues.Write(last.bias!, lastBias);
        ParameterValues.Write(first.weight, firstWeight);
        ParameterValues.Write(first.bias!, firstBias);
    }
}
