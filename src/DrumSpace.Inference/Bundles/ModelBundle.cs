using DrumSpace.Inference.Finding;
using DrumSpace.Inference.Runtime;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// A model, read from its folder. Every file is verified before it is used: its hash, and of a network the tensors and that it runs.
/// Networks that are already open in the process are shared, not opened again.
/// </summary>
/// <remarks>
/// Safe on every thread but the audio thread: it locks and reads files. Decoders, encoders and channels made from a bundle keep its
/// networks open by themselves: it may be disposed before them.
/// </remarks>
public sealed class ModelBundle : IDisposable
{
    // What plays; finding needs the encoder, and the explorer the map.
    private static readonly string[] PlayingFiles = [BundleFile.Decoder, BundleFile.Groove, BundleFile.Fill, BundleFile.Melody];

    private readonly NetworkSet _networks;
    private readonly Lazy<PatternMap?> _map;
    private readonly Lazy<KnobMap?> _knobMap;

    private ModelBundle(string folder)
    {
        Folder = Path.GetFullPath(folder);
        if (!Directory.Exists(Folder))
        {
            throw new BundleException(Folder, "", "there is no such folder");
        }

        Manifest = BundleManifest.Read(Folder);
        Mapping = new KnobMapping(Manifest.Quantiles);
        _networks = new NetworkSet(Folder, Manifest);
        _map = new Lazy<PatternMap?>(ReadMap);
        _knobMap = new Lazy<KnobMap?>(() => Map is { } map ? new KnobMap(this, map) : null);
    }

    /// <summary>The number of networks that are open in the process, each once however many bundles and decoders use it.</summary>
    public static int OpenNetworks => SharedSession.OpenHashes.Count;

    /// <summary>The absolute path of the bundle's folder.</summary>
    public string Folder { get; }

    /// <summary>The bundle's manifest.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The mapping from knobs to the latent space and back.</summary>
    public KnobMapping Mapping { get; }

    /// <summary>The map of the latent space; null when the bundle has none. Read when it is first asked for.</summary>
    /// <exception cref="BundleException">It is damaged, which <see cref="LoadForPlaying"/> does not find out.</exception>
    public PatternMap? Map => _map.Value;

    /// <summary>The map in terms of the knobs; null when the bundle has none. Made when it is first asked for.</summary>
    /// <exception cref="BundleException">As for <see cref="Map"/>.</exception>
    public KnobMap? KnobMap => _knobMap.Value;

    /// <summary>Whether the bundle has the model of velocity and timing.</summary>
    public bool HasGroove => Manifest.Files.ContainsKey(BundleFile.Groove);

    /// <summary>Whether the bundle has the model of fills.</summary>
    public bool HasFill => Manifest.Files.ContainsKey(BundleFile.Fill);

    /// <summary>Whether the bundle has the model of melodies.</summary>
    public bool HasMelody => Manifest.Files.ContainsKey(BundleFile.Melody);

    /// <summary>Loads a bundle, and verifies all of its files.</summary>
    /// <param name="folder">The folder that holds manifest.json.</param>
    /// <exception cref="BundleException">A file is missing, too long, not the one in the manifest, or no such network.</exception>
    /// <exception cref="DllNotFoundException">ONNX Runtime's native library cannot be loaded.</exception>
    public static ModelBundle Load(string folder) => Load(folder, manifest => manifest.Files.Keys);

    /// <summary>
    /// Loads what playing needs, in less than half of the time: encoder and map are verified at their first use, and other files never.
    /// </summary>
    /// <param name="folder">The folder that holds manifest.json.</param>
    /// <exception cref="BundleException">As for <see cref="Load(string)"/>.</exception>
    /// <exception cref="DllNotFoundException">ONNX Runtime's native library cannot be loaded.</exception>
    public static ModelBundle LoadForPlaying(string folder) => Load(folder, manifest => PlayingFiles.Where(manifest.Files.ContainsKey));

    /// <summary>Releases the networks. Safe to call twice, from any thread.</summary>
    public void Dispose() => _networks.Dispose();

    /// <summary>Binds buffers to a network.</summary>
    /// <exception cref="BundleException">The network's file, which was not verified before, is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The bundle is disposed.</exception>
    /// <exception cref="InvalidOperationException">The network is one of the optional ones, and the bundle has none.</exception>
    internal BoundNetwork Bind(NetworkContract contract) => _networks.Bind(contract);

    private static ModelBundle Load(string folder, Func<BundleManifest, IEnumerable<string>> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ModelBundle bundle = new(folder);
        try
        {
            foreach (string name in files(bundle.Manifest))
            {
                bundle.Verify(name);
            }

            return bundle;
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    private void Verify(string name)
    {
        if (NetworkContract.Of(name, Manifest) is { } contract)
        {
            Bind(contract).Dispose();
        }
        else if (name == BundleFile.Map)
        {
            _ = Map;
        }
        else
        {
            CheckedFile.ReadVerified(Path.Combine(Folder, name), Manifest.Files[name], stream => stream.Length);
        }
    }

    private PatternMap? ReadMap()
    {
        string path = Path.Combine(Folder, BundleFile.Map);
        return Manifest.Files.TryGetValue(BundleFile.Map, out BundleFileFacts? facts)
            ? CheckedFile.ReadVerified(path, facts, stream => PatternMapFormat.Parse(CheckedFile.Content(stream), path))
            : null;
    }
}
