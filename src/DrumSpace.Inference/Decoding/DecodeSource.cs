using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Decoding;

/// <summary>What a channel decodes with: a model's decoder and the way its knobs reach the latent space.</summary>
internal sealed class DecodeSource(ModelBundle bundle) : IDisposable
{
    private readonly BeatDecoder _decoder = new(bundle);
    private readonly KnobMapping _mapping = bundle.Mapping;

    /// <summary>Decodes the beat at some knob positions. One thread at a time.</summary>
    public void Decode(in Knobs knobs, Beat into) => _decoder.Decode(_mapping.ToLatent(knobs), into);

    /// <summary>Frees the decoder.</summary>
    public void Dispose() => _decoder.Dispose();
}
