using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Measures models, published samples and real patterns in the same way against the same data, so that the figures are comparable. The same
/// data, seed and count give the same figures.
/// </summary>
public sealed class Evaluator
{
    private const int Lines = 500;
    private const double EntropyBin = 0.1;
    private const int EntropyBins = 35;
    private const int MaxHits = 100;
    private const int SeedTries = 100;

    private readonly Pattern[] _training;
    private readonly Pattern[] _heldOut;
    private readonly HashSet<Pattern> _known;
    private readonly ulong _seed;

    /// <summary>Creates an evaluator.</summary>
    /// <param name="training">The training set, for novelty, and for the prior of a model without one; empty when it is not known.</param>
    /// <param name="heldOut">Distinct held-out patterns that pass the filter; empty to skip the measures that need them.</param>
    /// <param name="seed">The seed of the samples and of every random order.</param>
    /// <param name="split">The split of the held-out patterns, for the report.</param>
    public Evaluator(Pattern[] training, Pattern[] heldOut, ulong seed, CorpusSplit split = CorpusSplit.Validation)
    {
        _training = training;
        _heldOut = heldOut;
        _seed = seed;
        _known = [.. training];
        Setting = new(training.Length, heldOut.Length, seed, split, heldOut.Length == 0 ? null : VoiceShares.Measure(heldOut));
    }

    /// <summary>The data that is measured against.</summary>
    public EvaluationSetting Setting { get; }

    /// <summary>Measures patterns of any origin.</summary>
    /// <param name="name">Their name in the report.</param>
    /// <param name="samples">At least one pattern, with duplicates.</param>
    public PatternEvaluation Evaluate(string name, Pattern[] samples)
    {
        VoiceShares voices = VoiceShares.Measure(samples);
        Pattern[] kept = [.. samples.Where(sample => EntropyFilter.Passes(sample)).Distinct()];
        double[] hits = [.. samples.Select(sample => (double)sample.HitCount)];
        double[] entropies = [.. samples.Select(sample => PatternEntropy.Of(sample))];
        return new(
            name,
            FilterPass.Measure(samples, _known),
            voices,
            Histogram.Of(hits, 0, 1, MaxHits + 1),
            Histogram.Of(entropies, 0, EntropyBin, EntropyBins))
        {
            Coverage = _heldOut.Length == 0 ? null : Coverage.Measure(_heldOut, samples),
            All = PrecisionRecall.Measure(_heldOut, samples, _seed),
            Kept = PrecisionRecall.Measure(_heldOut, kept, _seed),
            TwoSampleAccuracy = TwoSampleTest.Measure(_heldOut, samples, _seed),
            VoiceVariation = Setting.HeldOutVoices is { } real ? voices.VariationFrom(real) : null,
        };
    }

    /// <summary>Measures samples of a model, its reconstructions and its interpolations.</summary>
    /// <param name="name">The model's name in the report; the amount of variation is added where there is some.</param>
    /// <param name="coder">The model.</param>
    /// <param name="prior">The prior of the samples; null for mean and deviation of the encoded training set.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <param name="variations">
    /// At least one amount of <see cref="PatternVariation"/> in samples and lines, 0 to 1; their seeds count from 0. Patterns are
    /// reconstructed without variation, from the latent alone, and with it, from the latent and the best of 100 seeds.
    /// </param>
    /// <returns>A column for each amount.</returns>
    /// <exception cref="TrainingException">There is neither a prior nor a training set.</exception>
    public IReadOnlyList<PatternEvaluation> Evaluate(
        string name, IPatternCoder coder, LatentPrior? prior, int count, params IReadOnlyList<double> variations)
    {
        prior ??= TrainingPrior.Of(name, coder, _training);
        Latent[] latents = coder.Find(_heldOut);
        Reconstruction? reconstruction = Reconstruct(latents, latent => coder.Decode(latent));
        Reconstruction? byEncoder = Reconstruct([.. _heldOut.Select(pattern => coder.Encode(pattern))], latent => coder.Decode(latent));
        return [.. variations.Select(variation => Sample(name, coder, prior, count, variation) with
        {
            Reconstruction = reconstruction,
            EncoderReconstruction = byEncoder,
            SeededReconstruction = latents.Length == 0 || variation == 0 ? null : Reconstruction.Compare(
                _heldOut, [.. latents.Select((latent, i) => BestOfSeeds(coder, latent, variation, _heldOut[i]))]),
            Interpolation = latents.Length < 2 ? null : Interpolation.Measure(coder, latents, Lines, _seed, variation),
        })];
    }

    private PatternEvaluation Sample(string name, IPatternCoder coder, LatentPrior prior, int count, double variation)
    {
        LatentSampler sampler = new(prior, _seed);
        Pattern[] samples = [.. Enumerable.Range(0, count).Select(seed => coder.Decode(sampler.Next(), new PatternVariation(variation, seed)))];
        return Evaluate(name + (variation > 0 ? string.Create(CultureInfo.InvariantCulture, $", variation {variation}") : ""), samples);
    }

    private Reconstruction? Reconstruct(Latent[] latents, Func<Latent, Pattern> decode) =>
        latents.Length == 0 ? null : Reconstruction.Compare(_heldOut, Array.ConvertAll(latents, latent => decode(latent)));

    private static Pattern BestOfSeeds(IPatternCoder coder, Latent latent, double variation, Pattern target) =>
        Enumerable.Range(0, SeedTries)
            .Select(seed => coder.Decode(latent, new PatternVariation(variation, seed)))
            .MinBy(decoded => decoded.DistanceTo(target) / Math.Max(1.0, decoded.HitCount + target.HitCount));
}
