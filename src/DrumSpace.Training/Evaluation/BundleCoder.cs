using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>A bundle's networks as the plugin runs them: ONNX Runtime, and the bundle's own thresholds.</summary>
/// <param name="bundle">Stays the caller's; it may be disposed before this.</param>
public sealed class BundleCoder(ModelBundle bundle) : IBeatCoder, IDisposable
{
    private readonly PatternDecoder _decoder = new(bundle);
    private readonly PatternEncoder _encoder = new(bundle);
    private readonly DecodedPattern _beat = new();

    /// <inheritdoc/>
    public Latent Encode(in Pattern pattern) => _encoder.Encode(pattern);

    /// <inheritdoc/>
    public Pattern Decode(in Latent latent, PatternVariation variation = default)
    {
        _decoder.Decode(latent, _beat, variation);
        return variation.Of(_beat);
    }

    /// <summary>Lets go of the networks.</summary>
    public void Dispose()
    {
        _decoder.Dispose();
        _encoder.Dispose();
    }
}
