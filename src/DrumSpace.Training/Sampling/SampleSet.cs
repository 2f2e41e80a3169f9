using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Sampling;

/// <summary>
/// Beats drawn from a model, as the authors of arXiv 2007.06284 published theirs: all of them, and those that their filter keeps.
/// </summary>
/// <param name="Raw">Every beat in the order drawn, with the latent it was decoded from.</param>
/// <param name="Filtered">Those of <paramref name="Raw"/> that pass the entropy filter and are not known already, in the same order.</param>
public sealed partial record SampleSet(IReadOnlyList<PatternLine> Raw, IReadOnlyList<PatternLine> Filtered)
{
    /// <summary>With <c>untilKept</c>, drawing is given up when fewer than one beat in so many passes.</summary>
    public const int FewestKept = 1000;

    /// <summary>Draws beats. The same model, prior, seed and count give the same beats.</summary>
    /// <param name="coder">The model.</param>
    /// <param name="prior">Where to draw from.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="count">How many beats, at least 1.</param>
    /// <param name="untilKept">Whether the count is of the beats that the filter keeps, however many must be drawn, and not of all.</param>
    /// <param name="known">Patterns that the filter drops, the training set's; empty to filter by entropy alone.</param>
    /// <param name="variation">0 to 1: the amount of <see cref="PatternVariation"/>; each beat drawn has a seed of its own, counted from 0.</param>
    /// <param name="progress">Is told how many of the count are there, after each draw.</param>
    /// <exception cref="TrainingException">
    /// With <paramref name="untilKept"/>: next to nothing that the model decodes passes the filter.
    /// </exception>
    public static SampleSet Draw(
        IBeatCoder coder,
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
            else if (untilKept && raw.Count >= FewestKept && filtered.Count < raw.Count / FewestKept)
            {
                throw new TrainingException(
                    $"Of {raw.Count} beats drawn, {filtered.Count} passed the filter: this model does not give {count} that do.");
            }

            progress?.Invoke(counted.Count);
        }

        return new SampleSet(raw, filtered);
    }
}
