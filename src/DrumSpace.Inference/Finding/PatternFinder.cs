using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>
/// Finds the knobs' positions at which a model's pattern is most similar to a given one: a (1+1) evolution strategy (Rechenberg 1973) with
/// a fixed schedule of shrinking steps, started from the encoder's point. Equal patterns give equal positions.
/// </summary>
/// <remarks>One thread at a time, and never the audio thread nor the decode worker: a search takes hundreds of decodes.</remarks>
public sealed class PatternFinder : IDisposable
{
    /// <summary>Decodes of the search over the knobs.</summary>
    public const int Tries = 600;

    /// <summary>
    /// The seeds that are tried before it, from 1 on, where the model has a residual latent: they add a few bits to what four knobs can
    /// express.
    /// </summary>
    public const int SeedTries = 128;

    // Standard deviations of the first and the last step, in parts of a knob's travel.
    private const double FirstStep = 0.15;
    private const double LastStep = 0.004;

    // The weight of the cross-entropy beside 1 - F1: enough to guide the search where no hit changes, too little to give up a hit.
    private const double EntropyWeight = 0.05;
    private const double MinProbability = 1e-4;

    private readonly PatternEncoder _encoder;
    private readonly PatternDecoder _decoder;
    private readonly KnobMapping _mapping;
    private readonly bool _hasResidual;
    private readonly DecodedPattern _decoded = new();

    /// <summary>Makes a finder.</summary>
    /// <param name="bundle">The model; it may be disposed before the finder.</param>
    /// <exception cref="BundleException">The encoder's file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternFinder(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _mapping = bundle.Mapping;
        _hasResidual = bundle.Manifest.Variations > 0;
        _encoder = new PatternEncoder(bundle);
        try
        {
            _decoder = new PatternDecoder(bundle);
        }
        catch
        {
            _encoder.Dispose();
            throw;
        }
    }

    /// <summary>Finds a pattern.</summary>
    /// <param name="pattern">The pattern to look for.</param>
    /// <param name="variation">
    /// The variation that is set. Where the model has a residual latent and the amount is above 0, the best seed is searched for too.
    /// </param>
    /// <param name="tries">The decodes of the search over the knobs; fewer find less similar patterns.</param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">A network failed.</exception>
    public FoundPattern Find(in Pattern pattern, PatternVariation variation = default, int tries = Tries)
    {
        Candidate start = Evaluate(_mapping.ToKnobs(_encoder.Encode(pattern)), variation, pattern);
        Candidate best = start;
        for (int seed = 1; seed <= SeedTries && _hasResidual && variation.Amount > 0; seed++)
        {
            best = best.OrBetter(Evaluate(start.Knobs, variation with { Seed = seed }, pattern));
        }

        Random random = new(pattern.HitCount);
        for (int number = 0; number < tries; number++)
        {
            double deviation = FirstStep * Math.Pow(LastStep / FirstStep, (double)number / tries);
            best = best.OrBetter(Evaluate(Mutate(best.Knobs, deviation, random), best.Variation, pattern));
        }

        return new FoundPattern(best.Knobs, best.Variation.Seed, best.Pattern, best.Similarity, start.Knobs, start.Similarity);
    }

    /// <summary>Frees the networks. Not while another thread searches.</summary>
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private static Knobs Mutate(in Knobs from, double deviation, Random random)
    {
        Knobs to = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            // The sum of twelve uniform draws is near enough to normal for a step.
            double sum = -6;
            for (int draw = 0; draw < 12; draw++)
            {
                sum += random.NextDouble();
            }

            to[axis] = (float)Math.Clamp(from[axis] + deviation * sum, 0, 1);
        }

        return to;
    }

    private Candidate Evaluate(in Knobs knobs, PatternVariation variation, in Pattern pattern)
    {
        _decoder.Decode(_mapping.ToLatent(knobs), _decoded, variation);
        double similarity = _decoded.Pattern.SimilarityTo(pattern);
        double entropy = 0;
        ReadOnlySpan<ushort> masks = pattern.Masks;
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            bool isHit = (masks[cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1) != 0;
            double probability = isHit ? _decoded.Probabilities[cell] : 1 - _decoded.Probabilities[cell];
            entropy -= Math.Log(Math.Max(probability, MinProbability));
        }

        double cost = 1 - similarity + EntropyWeight * entropy / Math.Max(pattern.HitCount, 1);
        return new Candidate(knobs, variation, _decoded.Pattern, similarity, cost);
    }

    private readonly record struct Candidate(Knobs Knobs, PatternVariation Variation, Pattern Pattern, double Similarity, double Cost)
    {
        // A lower cost must not be bought with less similarity.
        public Candidate OrBetter(in Candidate other) => other.Cost < Cost && other.Similarity >= Similarity ? other : this;
    }
}
