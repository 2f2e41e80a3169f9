using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// A model that can be chosen. Its manifest is known from the start; its networks are loaded when they are first asked for, once for
/// all instances, and stay.
/// </summary>
/// <remarks>Any thread but the audio thread in real time: loading locks, allocates and reads files.</remarks>
public sealed class ModelEntry
{
    /// <summary>The longest <see cref="SavedName"/>, in bytes of UTF-8: what one byte counts.</summary>
    internal const int MaxSavedBytes = byte.MaxValue;

    private readonly Lock _loading = new();
    private readonly Lazy<KnobMap?> _map;
    private readonly Action? _prepare;
    private ModelBundle? _bundle;

    internal ModelEntry(string folder, BundleManifest manifest, string text, Action? prepare)
    {
        _map = new Lazy<KnobMap?>(ReadMap);
        _prepare = prepare;
        Folder = folder;
        Manifest = manifest;
        Text = text;
        Fingerprint = manifest.Fingerprint();
        int bytes = 0;
        SavedName = string.Concat(Name.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MaxSavedBytes));
    }

    /// <summary>The bundle's folder.</summary>
    public string Folder { get; }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>The model's name in full.</summary>
    public string Name => Manifest.Name;

    /// <summary>The name as states keep it: its beginning where it is longer than <see cref="MaxSavedBytes"/>.</summary>
    public string SavedName { get; }

    /// <summary>The name in at most 7 ASCII characters, unlike any other model's in the list.</summary>
    public string Text { get; }

    /// <summary>What tells whether knobs give the same beats: <see cref="BundleManifest.Fingerprint"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether this or an earlier version of DrumSpace gives the model a fingerprint.</summary>
    public bool HasFingerprint(string fingerprint) =>
        Fingerprint == fingerprint || Manifest.FormerFingerprints?.Contains(fingerprint) == true;

    /// <summary>The model's map; null where it has none, or it is damaged, which the log tells once. Read with the first call.</summary>
    public KnobMap? Map => IsLoaded ? _map.Value : null;

    /// <summary>Whether it is loaded. Any thread.</summary>
    public bool IsLoaded => Volatile.Read(ref _bundle) != null;

    /// <summary>The bundle, loaded if it is not yet.</summary>
    /// <exception cref="BundleException">It is damaged; another try reads it again.</exception>
    /// <exception cref="DllNotFoundException">ONNX Runtime's library cannot be loaded.</exception>
    public ModelBundle Load()
    {
        lock (_loading)
        {
            if (_bundle is not { } bundle)
            {
                _prepare?.Invoke();
                bundle = ModelBundle.LoadForPlaying(Folder);
                Volatile.Write(ref _bundle, bundle);
            }

            return bundle;
        }
    }

    private KnobMap? ReadMap()
    {
        try
        {
            return Load().KnobMap;
        }
        catch (BundleException e)
        {
            PluginLog.Write($"{e.Message} {Name} is without its map.");
            return null;
        }
    }
}
