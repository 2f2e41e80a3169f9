using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Fills;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Service;

/// <summary>Answers requests with one model: decode, vary, pin, groove; and fill and melody, which take longer, by themselves.</summary>
/// <remarks>One thread at a time. After the constructor nothing allocates managed memory.</remarks>
internal sealed class PatternModel : IDisposable
{
    private readonly KnobMapping _mapping;
    private readonly PatternDecoder _decoder;
    private readonly GrooveModel? _groove;
    private readonly FillModel? _fill;
    private readonly MelodySampler? _melody;
    private readonly float[] _velocities = new float[Pattern.CellCount];
    private readonly float[] _offsets = new float[Pattern.CellCount];

    /// <summary>Opens a model's networks.</summary>
    /// <param name="bundle">The model; it may be disposed before this.</param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public PatternModel(ModelBundle bundle)
    {
        Bundle = bundle;
        _mapping = bundle.Mapping;
        _decoder = new PatternDecoder(bundle);
        try
        {
            _groove = bundle.HasGroove ? new GrooveModel(bundle) : null;
            _fill = bundle.HasFill ? new FillModel(bundle) : null;
            _melody = bundle.HasMelody ? new MelodySampler(bundle) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The model.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>Whether it has learnt fills.</summary>
    public bool HasFill => _fill != null;

    /// <summary>
    /// Writes the reply but for fill and melody. The groove is predicted for every cell, because density and fills play hits that are not in
    /// the pattern.
    /// </summary>
    public void Answer(PatternRequest request, PlayablePattern reply)
    {
        _decoder.Decode(_mapping.ToLatent(request.Knobs), reply.Decoded, request.Variation);
        request.Pins.Overlay(reply.Decoded);
        _groove?.PredictAll(reply.Decoded.Pattern, reply.Velocities, reply.Offsets, request.Tempo, request.Take);
        reply.GrooveVoices = _groove != null ? Pattern.AllVoices : 0;
        request.Pins.OverlayGroove(reply);
        reply.Fill.Voices &= HasFill ? ~request.Pins.Voices : 0;
        reply.Slot = request.Slot;
        reply.RequestId = request.Id;
    }

    /// <summary>Writes the fill of a reply. Its groove is that of the pattern with the fill in its second bar.</summary>
    public void Fill(PatternRequest request, PlayablePattern reply)
    {
        reply.Fill.Voices = _fill != null ? Pattern.AllVoices & ~request.Pins.Voices : 0;
        if (_fill == null)
        {
            return;
        }

        _fill.Generate(reply.Decoded.Pattern, request.Variation.Seed, reply.Fill);
        if (_groove != null)
        {
            _groove.PredictAll(reply.Fill.In(reply.Decoded.Pattern), _velocities, _offsets, request.Tempo, request.Take);
            _velocities.AsSpan(^PatternFill.CellCount..).CopyTo(reply.Fill.Velocities);
            _offsets.AsSpan(^PatternFill.CellCount..).CopyTo(reply.Fill.Offsets);
        }
    }

    /// <summary>Generates the melody that follows a pattern; silent where the model has none.</summary>
    public MelodyPhrase FollowWithMelody(in Pattern pattern, in MelodyRequest request)
    {
        MelodyPhrase phrase = default;
        _melody?.Sample(pattern, request, ref phrase);
        return phrase;
    }

    /// <summary>Closes the networks.</summary>
    public void Dispose()
    {
        _decoder.Dispose();
        _groove?.Dispose();
        _fill?.Dispose();
        _melody?.Dispose();
    }
}
