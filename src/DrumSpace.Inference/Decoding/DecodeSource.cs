using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Inference.Decoding;

/// <summary>What a channel decodes with: a model's decoder, the way its knobs reach the latent space, and its melody, if it has one.</summary>
internal sealed class DecodeSource(ModelBundle bundle) : IDisposable
{
    private readonly BeatDecoder _decoder = new(bundle);
    private readonly KnobMapping _mapping = bundle.Mapping;
    private readonly MelodySampler? _melody = bundle.HasMelody ? new MelodySampler(bundle) : null;

    /// <summary>Decodes the beat at some knob positions. One thread at a time.</summary>
    public void Decode(in Knobs knobs, Beat into) => _decoder.Decode(_mapping.ToLatent(knobs), into);

    /// <summary>Makes up a line for a pattern; a silent one where the model has no melody. One thread at a time.</summary>
    public void Follow(in Pattern pattern, MelodyWish wish, ref MelodyLine line)
    {
        if (_melody is null)
        {
            line = default;
        }
        else
        {
            _melody.Sample(pattern, wish, ref line);
        }
    }

    /// <summary>Frees the networks.</summary>
    public void Dispose()
    {
        _decoder.Dispose();
        _melody?.Dispose();
    }
}
