using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Sampling;

/// <summary>
/// Samples of a model, as the authors of arXiv 2007.06284 published theirs: all of them, and those that their filter keeps.
/// </summary>
/// <param name="Raw">All samples in order, with their latents.</param>
/// <param name="Filtered">Those of <paramref name="Raw"/> that pass the entropy filter and are novel, in the same order.</param>
public sealed record SampleSet(IReadOnlyList<PatternLine> Raw, IReadOnlyList<PatternLine> Filtered)
{
    /// <summary>With <c>untilKept</c>, sampling fails when fewer than one sample in so many is kept.</summary>
    public const int MaxDrawsPerKept = 1000;

    /// <summary>The pattern at a point, whether the filter would keep it or not.</summary>
    /// <param name="coder">The model.</param>
    /// <param name="mapping">The model's, from knobs to latents.</param>
    /// <param name="point">The point.</param>
    public static SampleSet At(IPatternCoder coder, KnobMapping mapping, PatternPoint point)
    {
        Latent latent = mapping.ToLatent(point.Knobs);
        PatternLine[] sample = [new(coder.Decode(latent, point.Variation), latent)];
        return new SampleSet(sample, sample);
    }

    /// <summary>Draws samples. The same model, prior, seed and count give the same samples.</summary>
    /// <param name="coder">The model.</param>
    /// <param name="prior">The prior of the latents.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <param name="untilKept">Whether the count is of the samples that the filter keeps, not of all.</param>
    /// <param name="known">The training set, whose patterns are not novel; empty to filter by entropy alone.</param>
    /// <param name="variation">The amount of <see cref="PatternVariation"/>, 0 to 1; the samples' seeds count from 0.</param>
    /// <param name="progress">Called after each sample with the number of samples counted.</param>
    /// <exception cref="TrainingException">
    /// With <paramref name="untilKept"/>: almost none of the model's samples pass the filter.
    /// </exception>
    public static SampleSet Draw(
        IPatternCoder coder,
        LatentPrior prior,
        ulong seed,
        int count,
        bool untilKept,
        IReadOnlySet<Pattern> known,
        double variation = 0,
        Action<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        LatentSampler sampler = new(prior, seed);
        List<PatternLine> raw = [], filtered = [];
        List<PatternLine> counted = untilKept ? filtered : raw;
        while (counted.Count < count)
        {
            Latent latent = sampler.Next();
            PatternLine sample = new(coder.Decode(latent, new PatternVariation(variation, raw.Count)), latent);
            raw.Add(sample);
            if (EntropyFilter.Passes(sample.Pattern) && !known.Contains(sample.Pattern))
            {
                filtered.Add(sample);
            }
            else if (untilKept && raw.Count >= MaxDrawsPerKept && filtered.Count < raw.Count / MaxDrawsPerKept)
            {
                throw new TrainingException(
                    $"Of {raw.Count} samples, {filtered.Count} passed the filter: this model cannot give {count} that do.");
            }

            progress?.Invoke(counted.Count);
        }

        return new SampleSet(raw, filtered);
    }
}
