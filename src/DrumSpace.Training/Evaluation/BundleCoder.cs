using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// A bundle's networks as the plugin runs them: by ONNX Runtime, with the bundle's thresholds, and with the search of its Find Beat.
/// </summary>
/// <param name="bundle">Owned by the caller; it may be disposed before this.</param>
public sealed class BundleCoder(ModelBundle bundle) : IPatternCoder, IDisposable
{
    private readonly PatternDecoder _decoder = new(bundle);
    private readonly PatternEncoder _encoder = new(bundle);
    private readonly PatternFinder _finder = new(bundle);
    private readonly KnobMapping _mapping = bundle.Mapping;
    private readonly DecodedPattern _decoded = new();

    /// <inheritdoc/>
    public Latent Encode(in Pattern pattern) => _encoder.Encode(pattern);

    /// <inheritdoc/>
    public Latent Find(in Pattern pattern) => _mapping.ToLatent(_finder.Find(pattern).Knobs);

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
        _finder.Dispose();
    }
}
