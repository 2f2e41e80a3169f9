using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Measures models, published samples and real patterns in the same way against the same data, so that their figures can stand in one
/// table. The same data, seed and count give the same figures on every run.
/// </summary>
public sealed class Evaluator
{
    private const int Lines = 500;
    private const double EntropyBin = 0.1;
    private const int EntropyBins = 35;
    private const int MostHits = 100;
    private const int SeedTries = 100;

    private readonly Pattern[] _training;
    private readonly Pattern[] _heldOut;
    private readonly HashSet<Pattern> _known;
    private readonly ulong _seed;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="training">The training set, for novelty and for the prior of a model that names none; empty when it is not known.</param>
    /// <param name="heldOut">Unique real patterns that pass the filter and no training saw; empty to leave out what needs them.</param>
    /// <param name="seed">Of the samples drawn and of every random order.</param>
    public Evaluator(Pattern[] training, Pattern[] heldOut, ulong seed)
    {
        _training = training;
        _heldOut = heldOut;
        _seed = seed;
        _known = [.. training];
        Setting = new(training.Length, heldOut.Length, seed, heldOut.Length == 0 ? null : VoiceShares.Measure(heldOut));
    }

    /// <summary>What is measured against.</summary>
    public EvaluationSetting Setting { get; }

    /// <summary>Measures patterns, wherever they are from.</summary>
    /// <param name="name">What the report calls them.</param>
    /// <param name="samples">At least one pattern, duplicates and all.</param>
    public BeatEvaluation Evaluate(string name, Pattern[] samples)
    {
        VoiceShares voices = VoiceShares.Measure(samples);
        Pattern[] kept = [.. samples.Where(sample => EntropyFilter.Passes(sample)).Distinct()];
        double[] hits = [.. samples.Select(sample => (double)sample.HitCount)];
        double[] entropies = [.. samples.Select(sample => PatternEntropy.Of(sample))];
        return new(
            name,
            FilterPass.Measure(samples, _known),
            voices,
            Histogram.Of(hits, 0, 1, MostHits + 1),
            Histogram.Of(entropies, 0, EntropyBin, EntropyBins))
        {
            Coverage = _heldOut.Length == 0 ? null : Coverage.Measure(_heldOut, samples),
            All = PrecisionRecall.Measure(_heldOut, samples, _seed),
            Kept = PrecisionRecall.Measure(_heldOut, kept, _seed),
            VoiceVariation = Setting.HeldOutVoices is { } real ? voices.VariationFrom(real) : null,
        };
    }

    /// <summary>Draws samples from a model and measures them, its reconstructions and its interpolations.</summary>
    /// <param name="name">What the report calls the model.</param>
    /// <param name="coder">The model.</param>
    /// <param name="prior">Where to draw from; null for the spread of the encoded training set.</param>
    /// <param name="count">How many samples to draw, at least 1.</param>
    /// <param name="variation">
    /// 0 to 1: the amount of <see cref="PatternVariation"/> in samples and lines, each of which has a seed of its own, counted from 0. Patterns are
    /// said again without it, by their latent alone; and with it, by their latent and the best of 100 seeds.
    /// </param>
    /// <exception cref="TrainingException">There is neither a prior nor a training set to take it from.</exception>
    public BeatEvaluation Evaluate(string name, IBeatCoder coder, LatentPrior? prior, int count, double variation = 0)
    {
        var sampler = new LatentSampler(prior ?? TrainingPrior.Of(name, coder, _training), _seed);
        var samples = new Pattern[count];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = coder.Decode(sampler.Next(), new PatternVariation(variation, i));
        }

        Latent[] latents = [.. _heldOut.Select(pattern => coder.Encode(pattern))];
        return Evaluate(name, samples) with
        {
            Reconstruction = latents.Length == 0 ? null : Reconstruction.Compare(_heldOut, [.. latents.Select(latent => coder.Decode(latent))]),
            SeededReconstruction = latents.Length == 0 || variation == 0 ? null : Reconstruction.Compare(
                _heldOut, [.. latents.Select((latent, i) => BestOfSeeds(coder, latent, variation, _heldOut[i]))]),
            Interpolation = _heldOut.Length < 2 ? null : Interpolation.Measure(coder, _heldOut, Lines, _seed, variation),
        };
    }

    private static Pattern BestOfSeeds(IBeatCoder coder, Latent latent, double variation, Pattern wanted) =>
        Enumerable.Range(0, SeedTries)
            .Select(seed => coder.Decode(latent, new PatternVariation(variation, seed)))
            .MinBy(said => said.DistanceTo(wanted) / Math.Max(1.0, said.HitCount + wanted.HitCount));
}
