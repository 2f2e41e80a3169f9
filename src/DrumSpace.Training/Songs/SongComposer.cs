using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Songs;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Songs;

/// <summary>
/// Generates songs: walks through the latent space section by section (<see cref="SongWalk"/>), decodes a pattern for every two bars, and
/// generates a bass and a lead that follow it. Equal requests give equal songs on one machine. One thread at a time.
/// </summary>
public sealed class SongComposer : IDisposable
{
    private readonly PatternDecoder _decoder;
    private readonly DrumTrack _drums;
    private readonly MelodySampler? _melody;
    private readonly KnobMapping _mapping;

    /// <summary>Creates a composer.</summary>
    /// <param name="bundle">The model. Without a melody its songs are drums alone; without a groove, hits are on the grid.</param>
    public SongComposer(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        _mapping = bundle.Mapping;
        _decoder = new PatternDecoder(bundle);
        _drums = new DrumTrack(bundle);
        _melody = bundle.HasMelody ? new MelodySampler(bundle) : null;
    }

    /// <summary>Generates a song.</summary>
    public Song Compose(SongRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _drums.Begin(request);
        List<Pattern> drums = [];
        DecodedPattern decoded = new();
        IReadOnlyList<SongUnit> walk = SongWalk.Of(request.Form, request.Seed, IsHome);
        for (int i = 0; i < walk.Count; i++)
        {
            _decoder.Decode(_mapping.ToLatent(walk[i].Point), decoded);
            bool isFilled = walk[i].IsLast && i + 1 < walk.Count;
            drums.Add(_drums.Add(walk[i], decoded, isFilled));
        }

        LineTrack? lines = _melody is null ? null : new LineTrack(_melody, request);
        lines?.AddAll(walk, drums);
        return Finish(request, lines);

        bool IsHome(Knobs point)
        {
            _decoder.Decode(_mapping.ToLatent(point), decoded);
            return SteadyPattern.Is(decoded.Pattern);
        }
    }

    /// <summary>
    /// Generates as many bars without a plan, as a baseline: a random latent for every two bars, with an independent bass and lead.
    /// </summary>
    /// <param name="request">Key, tempo, groove and seed, and the form for its length.</param>
    /// <param name="prior">Samples the latents.</param>
    public Song Wander(SongRequest request, LatentSampler prior)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(prior);
        _drums.Begin(request);
        LineTrack? lines = _melody is null ? null : new LineTrack(_melody, request);
        DecodedPattern decoded = new();
        for (int bar = 0; bar < request.Form.Bars; bar += 2)
        {
            _decoder.Decode(prior.Next(), decoded);
            _drums.AddPlain(decoded);
            lines?.AddUnplanned(decoded.Pattern);
        }

        return Finish(request, lines);
    }

    /// <summary>Disposes the networks.</summary>
    public void Dispose()
    {
        _decoder.Dispose();
        _drums.Dispose();
        _melody?.Dispose();
    }

    private Song Finish(SongRequest request, LineTrack? lines) => new()
    {
        Form = request.Form,
        Key = request.Key,
        QuartersPerMinute = request.QuartersPerMinute,
        Drums = _drums.Hits,
        Bass = lines?.Bass ?? [],
        Lead = lines?.Lead ?? [],
    };
}
