using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// A model read from its folder and checked through and through: every hash, every tensor, and that the networks answer. Networks that
/// are already open in the process are shared, not loaded again.
/// </summary>
/// <remarks>
/// Immutable, so safe on every thread; loading and disposing belong off the audio thread. Decoders, encoders and channels made from a
/// bundle keep its networks open by themselves: it may be disposed before them.
/// </remarks>
public sealed partial class ModelBundle : IDisposable
{
    private readonly SharedSession _decoder;
    private readonly SharedSession _encoder;
    private int _disposed;

    private ModelBundle(string folder, BundleManifest manifest, SharedSession decoder, SharedSession encoder)
    {
        Folder = folder;
        Manifest = manifest;
        Mapping = new KnobMapping(manifest.Quantiles);
        _decoder = decoder;
        _encoder = encoder;
    }

    /// <summary>The absolute path of the bundle's folder.</summary>
    public string Folder { get; }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The way from knobs to the latent space and back.</summary>
    public KnobMapping Mapping { get; }

    /// <summary>Lets go of the networks. Safe to call twice, from any thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _decoder.Release();
            _encoder.Release();
        }
    }

    /// <summary>Binds buffers to the decoder.</summary>
    /// <exception cref="ObjectDisposedException">The bundle is disposed.</exception>
    internal BoundNetwork BindDecoder() => Bind(_decoder, TensorRow.Latent, TensorRow.Probabilities);

    /// <summary>Binds buffers to the encoder.</summary>
    /// <exception cref="ObjectDisposedException">The bundle is disposed.</exception>
    internal BoundNetwork BindEncoder() => Bind(_encoder, TensorRow.Pattern, TensorRow.Latent);

    private BoundNetwork Bind(SharedSession session, TensorRow input, TensorRow output)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        return new BoundNetwork(session, input, output);
    }
}
