using DrumSpace.Inference.Bundles;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The models that the parameter Model chooses from, by place. The folders `flagship`, `paper-ae`, `paper-vae` and `paper-acai` have the
/// first four places, whether they are there or not, because hosts store places; all others follow in the order of their names.
/// </summary>
/// <remarks>Made once a process, and immutable. Any thread but the audio thread in real time.</remarks>
public sealed class ModelList
{
    /// <summary>The number of places.</summary>
    public const int PlaceCount = 16;

    private static readonly string[] FixedPlaces = ["flagship", "paper-ae", "paper-vae", "paper-acai"];
    private static readonly Lazy<ModelList> Process = new(() => new ModelList(ModelFolders.Find(), PluginLog.Write, ModelFolders.UseRuntime));

    private readonly ModelPlace?[] _places = new ModelPlace?[PlaceCount];
    private readonly Lazy<ModelPlace?> _default;

    /// <summary>Looks for models.</summary>
    /// <param name="folders">
    /// Folders of bundles, or bundles themselves; of two bundles whose folders have a fixed place's name, the first has the place.
    /// </param>
    /// <param name="log">Told of each bundle that is left out, and when none can be had.</param>
    /// <param name="prepare">Called before the first bundle is loaded; may throw what loading may.</param>
    public ModelList(IReadOnlyList<string> folders, Action<string> log, Action? prepare = null)
    {
        string[] bundles = [.. folders.SelectMany(folder => BundlesOf(folder, log))];
        string?[] first = [.. FixedPlaces.Select(name => bundles.FirstOrDefault(bundle => Path.GetFileName(bundle) == name))];
        IEnumerable<string> others = bundles.Where(bundle => !first.Contains(bundle))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(bundle => bundle, StringComparer.Ordinal);
        int place = 0;
        foreach (string? bundle in first.Concat(others))
        {
            if (place == PlaceCount)
            {
                log($"{bundle}: the model is left out, because all {PlaceCount} places are taken.");
                continue;
            }

            _places[place] = bundle == null ? null : Open(bundle, place, log, prepare);
            place += place < FixedPlaces.Length || _places[place] != null ? 1 : 0;
        }

        _default = new Lazy<ModelPlace?>(() => FindDefault(folders, log));
    }

    /// <summary>The process's list.</summary>
    public static ModelList Shared => Process.Value;

    /// <summary>
    /// The model that plays where none is chosen that is there: the first that can be loaded, which is the flagship unless it is missing.
    /// Null when none can; the log then says why.
    /// </summary>
    public ModelPlace? Default => _default.Value;

    /// <summary>Whether the model that plays for a place can be had without loading. Any thread.</summary>
    /// <param name="place">0 to <see cref="PlaceCount"/> - 1.</param>
    public bool IsLoaded(int place) => _places[place] is { } model ? model.IsLoaded : _default.IsValueCreated;

    /// <summary>The model at a place.</summary>
    /// <param name="place">0 to <see cref="PlaceCount"/> - 1.</param>
    /// <returns>Null where the place is empty.</returns>
    public ModelPlace? this[int place] => _places[place];

    /// <summary>Finds a model again.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fingerprint">Its fingerprint: among several of the name, the one that has it is found.</param>
    /// <returns>Its place; -1 when no model has this name.</returns>
    public int IndexOf(string name, string fingerprint)
    {
        int same = Array.FindIndex(_places, place => place?.SavedName == name && place.HasFingerprint(fingerprint));
        return same >= 0 ? same : Array.FindIndex(_places, place => place?.SavedName == name);
    }

    private static string[] BundlesOf(string folder, Action<string> log)
    {
        try
        {
            return IsBundle(folder) ? [Path.GetFullPath(folder)]
                : Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Where(IsBundle)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"{folder}: its models cannot be listed: {e.Message}");
            return [];
        }
    }

    private static bool IsBundle(string folder) => File.Exists(Path.Combine(folder, BundleFile.Manifest));

    private ModelPlace? Open(string bundle, int place, Action<string> log, Action? prepare)
    {
        try
        {
            BundleManifest manifest = BundleManifest.Read(bundle);
            return new ModelPlace(bundle, manifest, ModelText.Shorten(manifest.Name, place, _places[..place].Select(other => other?.Text ?? "-")), prepare);
        }
        catch (BundleException e)
        {
            log($"{e.Message} The model is left out.");
            return null;
        }
    }

    private ModelPlace? FindDefault(IReadOnlyList<string> folders, Action<string> log)
    {
        Exception? failure = null;
        foreach (ModelPlace place in _places.OfType<ModelPlace>())
        {
            try
            {
                place.Load();
                if (failure != null)
                {
                    log($"{failure.Message} {place.Name} plays instead.");
                }

                return place;
            }
            catch (Exception e) when (e is BundleException or DllNotFoundException or IOException or UnauthorizedAccessException)
            {
                failure ??= e;
            }
        }

        failure ??= new BundleException(folders.Count > 0 ? folders[0] : "", "", "there is no bundle in this folder");
        log($"No model can be loaded, so the default beat plays: {failure.Message}");
        return null;
    }
}
