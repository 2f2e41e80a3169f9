using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>Samples latents. The same prior and seed give the same latents on every machine.</summary>
/// <param name="prior">The prior.</param>
/// <param name="seed">Any number.</param>
public sealed class LatentSampler(LatentPrior prior, ulong seed)
{
    private readonly SeededRandom _random = new(seed);

    /// <summary>The next latent.</summary>
    public Latent Next()
    {
        Latent latent = default;
        for (int axis = 0; axis < Latent.Dimensions; axis += 2)
        {
            (double first, double second) = SeededRandom.Normal(NextUniform(), NextUniform());
            latent[axis] = (float)(prior.Mean[axis] + (prior.Deviation[axis] * first));
            latent[axis + 1] = (float)(prior.Mean[axis + 1] + (prior.Deviation[axis + 1] * second));
        }

        return latent;
    }

    // Above 0, at most 1.
    private double NextUniform() => ((_random.Next() >> 11) + 1) * (1.0 / (1L << 53));
}
