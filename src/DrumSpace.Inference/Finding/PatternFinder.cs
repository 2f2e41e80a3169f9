using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>
/// Finds the knobs' positions at which a model's beat is most like a given one. The encoder's point is the start; from there a random walk
/// that keeps what is better (a (1+1) evolution strategy, Rechenberg 1973, with steps that shrink steadily) looks around by what the decoder
/// says. Equal patterns give equal positions.
/// </summary>
/// <remarks>One thread at a time, and never the audio thread nor the decode worker: a search takes hundreds of decodes.</remarks>
public sealed class PatternFinder : IDisposable
{
    /// <summary>Decodes of a search among the knobs.</summary>
    public const int Tries = 600;

    /// <summary>The seeds that are tried before it, from 1 on, where the beat is varied: a few more bits than four knobs can say.</summary>
    public const int SeedTries = 128;

    // Deviations of the steps, in parts of a knob's travel.
    private const double FirstStep = 0.15;
    private const double LastStep = 0.004;

    // What the decoder's doubt weighs beside the F1: enough to go on where no hit changes, too little to give up a hit.
    private const double DoubtWeight = 0.05;
    private const double LeastProbability = 1e-4;

    private readonly PatternEncoder _encoder;
    private readonly PatternDecoder _decoder;
    private readonly KnobMapping _mapping;
    private readonly bool _varies;
    private readonly DecodedPattern _beat = new();

    /// <summary>Makes a finder.</summary>
    /// <param name="bundle">The model; it may be disposed before the finder.</param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternFinder(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
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

        _mapping = bundle.Mapping;
        _varies = bundle.Manifest.Variations > 0;
    }

    /// <summary>Finds a beat.</summary>
    /// <param name="pattern">The beat that is looked for.</param>
    /// <param name="variation">
    /// How the beat is varied that the knobs lead to. A model that has learnt to vary is also asked which seed is best, at the amount given.
    /// </param>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">A network failed.</exception>
    public FoundPattern Find(in Pattern pattern, PatternVariation variation = default)
    {
        Knobs start = _mapping.ToKnobs(_encoder.Encode(pattern));
        double least = CostAt(start, variation, pattern, out double startLikeness);
        Pattern found = _beat.Pattern;
        double likeness = startLikeness;
        for (int seed = 1; seed <= SeedTries && _varies && variation.Amount > 0; seed++)
        {
            PatternVariation other = variation with { Seed = seed };
            double cost = CostAt(start, other, pattern, out double like);
            if (cost < least && like >= likeness)
            {
                (variation, found, least, likeness) = (other, _beat.Pattern, cost, like);
            }
        }

        Random random = new(pattern.HitCount);
        Knobs best = start;
        for (int number = 0; number < Tries; number++)
        {
            double step = FirstStep * Math.Pow(LastStep / FirstStep, (double)number / Tries);
            Knobs next = Step(best, step, random);
            double cost = CostAt(next, variation, pattern, out double like);
            if (cost < least && like >= likeness)
            {
                (best, found, least, likeness) = (next, _beat.Pattern, cost, like);
            }
        }

        return new FoundPattern(best, variation.Seed, found, likeness, start, startLikeness);
    }

    /// <summary>Frees the networks. Not while another thread searches.</summary>
    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    private static Knobs Step(in Knobs from, double deviation, Random random)
    {
        Knobs to = default;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            // Twelve even draws make one that is normal enough for a step.
            double sum = -6;
            for (int draw = 0; draw < 12; draw++)
            {
                sum += random.NextDouble();
            }

            to[axis] = (float)Math.Clamp(from[axis] + deviation * sum, 0, 1);
        }

        return to;
    }

    private double CostAt(in Knobs knobs, PatternVariation variation, in Pattern pattern, out double likeness)
    {
        _decoder.Decode(_mapping.ToLatent(knobs), _beat, variation);
        int hits = pattern.HitCount + _beat.Pattern.HitCount;
        likeness = hits == 0 ? 1 : 1 - (double)_beat.Pattern.DistanceTo(pattern) / hits;
        double doubt = 0;
        ReadOnlySpan<ushort> masks = pattern.Masks;
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            bool isHit = (masks[cell / Pattern.VoiceCount] >> (cell % Pattern.VoiceCount) & 1) != 0;
            double probability = isHit ? _beat.Probabilities[cell] : 1 - _beat.Probabilities[cell];
            doubt -= Math.Log(Math.Max(probability, LeastProbability));
        }

        return 1 - likeness + DoubtWeight * doubt / Math.Max(pattern.HitCount, 1);
    }
}
