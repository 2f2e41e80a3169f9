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
    private readonly Dictionary<string, SharedSession> _networks;
    private int _disposed;

    private ModelBundle(string folder, BundleManifest manifest, PatternMap? map, Dictionary<string, SharedSession> networks)
    {
        Folder = folder;
        Manifest = manifest;
        Mapping = new KnobMapping(manifest.Quantiles);
        Map = map;
        _networks = networks;
    }

    /// <summary>The number of networks that are open in the process, each once however many bundles and decoders use it.</summary>
    public static int OpenNetworks => SharedSession.OpenCount;

    /// <summary>The absolute path of the bundle's folder.</summary>
    public string Folder { get; }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The way from knobs to the latent space and back.</summary>
    public KnobMapping Mapping { get; }

    /// <summary>The map of the latent space; null when the bundle has none.</summary>
    public PatternMap? Map { get; }

    /// <summary>Whether the bundle has the model of velocity and timing.</summary>
    public bool HasGroove => _networks.ContainsKey(BundleFile.Groove);

    /// <summary>Whether the bundle has the model of melodies.</summary>
    public bool HasMelody => _networks.ContainsKey(BundleFile.Melody);

    /// <summary>Lets go of the networks. Safe to call twice, from any thread.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release(_networks);
        }
    }

    /// <summary>Binds buffers to a network.</summary>
    /// <exception cref="ObjectDisposedException">The bundle is disposed.</exception>
    /// <exception cref="InvalidOperationException">The network is one of the optional ones, and the bundle has none.</exception>
    internal BoundNetwork Bind(NetworkContract contract)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        return _networks.TryGetValue(contract.File, out SharedSession? session)
            ? new BoundNetwork(session, contract)
            : throw new InvalidOperationException($"the bundle {Folder} has no {contract.File}");
    }

    private static void Release(Dictionary<string, SharedSession> networks)
    {
        foreach (SharedSession session in networks.Values)
        {
            session.Release();
        }
    }
}
