using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>A bundle's networks as the plugin runs them: by ONNX Runtime, with the bundle's thresholds.</summary>
/// <param name="bundle">Owned by the caller; it may be disposed before this.</param>
public sealed class BundleCoder(ModelBundle bundle) : IPatternCoder, IDisposable
{
    private readonly PatternDecoder _decoder = new(bundle);
    private readonly PatternEncoder _encoder = new(bundle);
    private readonly DecodedPattern _decoded = new();

    /// <inheritdoc/>
    public Latent Encode(in Pattern pattern) => _encoder.Encode(pattern);

    /// <inheritdoc/>
    public Pattern Decode(in Latent latent, PatternVariation variation = default)
    {
        _decoder.Decode(latent, _decoded, variation);
        return _decoded.Pattern;
    }

    /// <summary>Disposes the networks.</summary>
    public void Dispose()
    {
        _decoder.Dispose();
        _encoder.Dispose();
    }
}
