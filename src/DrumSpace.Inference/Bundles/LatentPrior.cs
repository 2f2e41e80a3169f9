using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// The distribution to sample latents from: a Gaussian for each axis, independent of the others. As in arXiv 2007.06284, it is the standard
/// normal for a model trained towards it (VAE), and otherwise has the mean and deviation of the encoded training set.
/// </summary>
public sealed record LatentPrior
{
    /// <summary>The prior that a variational auto-encoder is trained towards.</summary>
    public static LatentPrior StandardNormal { get; } = new() { Mean = [0, 0, 0, 0], Deviation = [1, 1, 1, 1] };

    /// <summary>Four means, in the model's own units; finite.</summary>
    public required IReadOnlyList<float> Mean { get; init; }

    /// <summary>Four standard deviations, in the model's own units; finite and above 0.</summary>
    public required IReadOnlyList<float> Deviation { get; init; }

    /// <summary>The mean and deviation of encoded patterns on each axis.</summary>
    /// <param name="latents">At least two points that differ on every axis.</param>
    /// <exception cref="ArgumentException">The points have no spread on an axis.</exception>
    public static LatentPrior Of(ReadOnlySpan<Latent> latents)
    {
        var mean = new float[Latent.Dimensions];
        var deviation = new float[Latent.Dimensions];
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            double[] values = [.. latents.ToArray().Select(latent => (double)latent[axis])];
            double middle = values.Sum() / values.Length;
            mean[axis] = (float)middle;
            deviation[axis] = (float)Math.Sqrt(values.Sum(value => (value - middle) * (value - middle)) / values.Length);
        }

        LatentPrior prior = new() { Mean = mean, Deviation = deviation };
        return prior.FindFault() is { } fault ? throw new ArgumentException(fault, nameof(latents)) : prior;
    }

    /// <summary>The first rule that the numbers break; null when they keep all.</summary>
    public string? FindFault()
    {
        if (Mean.Count != Latent.Dimensions || Deviation.Count != Latent.Dimensions)
        {
            return $"there must be {Latent.Dimensions} means and deviations, one an axis";
        }

        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            if (!float.IsFinite(Mean[axis]) || !float.IsFinite(Deviation[axis]) || Deviation[axis] <= 0)
            {
                return $"axis {axis + 1} must have a finite mean and a finite deviation above 0";
            }
        }

        return null;
    }
}
