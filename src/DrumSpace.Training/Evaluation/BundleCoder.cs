using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// A bundle's networks as the plugin runs them: by ONNX Runtime, with the bundle's thresholds, and with the search of its Find Beat.
/// </summary>
/// <param name="bundle">Owned by the caller, who keeps it as long as this.</param>
public sealed class BundleCoder(ModelBundle bundle) : IPatternCoder, IDisposable
{
    private readonly ModelBundle _bundle = bundle;
    private readonly PatternDecoder _decoder = new(bundle);
    private readonly PatternEncoder _encoder = new(bundle);
    private readonly DecodedPattern _decoded = new();

    /// <inheritdoc/>
    public Latent Encode(in Pattern pattern) => _encoder.Encode(pattern);

    /// <inheritdoc/>
    public Latent[] Find(Pattern[] patterns) => Find(patterns, PatternFinder.Tries);

    /// <summary>Finds the latents that decode to the most similar patterns, on all cores.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="tries">The decodes of a search, at least 0.</param>
    /// <param name="report">Gets the part that is done, 0 to 1, from any thread; or null.</param>
    /// <returns>A latent for each pattern, in order; it depends on its pattern alone.</returns>
    public Latent[] Find(Pattern[] patterns, int tries, Action<double>? report = null)
    {
        var latents = new Latent[patterns.Length];
        int done = 0;
        Parallel.For(
            0,
            patterns.Length,
            () => new PatternFinder(_bundle),
            (i, _, finder) =>
            {
                latents[i] = _bundle.Mapping.ToLatent(finder.Find(patterns[i], tries: tries).Knobs);
                report?.Invoke((double)Interlocked.Increment(ref done) / patterns.Length);
                return finder;
            },
            finder => finder.Dispose());
        return latents;
    }

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
