using DrumSpace.Inference.Bundles;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Files;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The models that the parameter Model chooses from, by index. The folders `flagship`, `paper-ae`, `paper-vae` and `paper-acai` have the
/// first four, whether they are there or not, because hosts store indices; all others follow in the order of their names.
/// </summary>
/// <remarks>Made once a process, and immutable. Any thread but the audio thread in real time.</remarks>
public sealed class ModelList
{
    /// <summary>The number of indices.</summary>
    public const int MaxCount = 16;

    private static readonly string[] FixedFolders = ["flagship", "paper-ae", "paper-vae", "paper-acai"];
    private static readonly Lazy<ModelList> Process = new(
        () => new ModelList(ModelFolders.Find(), PluginLog.Write, ModelFolders.UseRuntime));

    private readonly ModelEntry?[] _models = new ModelEntry?[MaxCount];
    private readonly Lazy<ModelEntry?> _default;

    /// <summary>Looks for models.</summary>
    /// <param name="folders">
    /// Folders of bundles, or bundles themselves; of two bundles whose folders have the name of a fixed index, the first has it.
    /// </param>
    /// <param name="log">Told of each bundle that is left out, and when none can be had.</param>
    /// <param name="prepare">Called before the first bundle is loaded; may throw what loading may.</param>
    public ModelList(IReadOnlyList<string> folders, Action<string> log, Action? prepare = null)
    {
        string[] bundles = [.. folders.SelectMany(folder => BundlesOf(folder, log))];
        string?[] first = [.. FixedFolders.Select(name => bundles.FirstOrDefault(bundle => Path.GetFileName(bundle) == name))];
        IEnumerable<string> others = bundles.Where(bundle => !first.Contains(bundle))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(bundle => bundle, StringComparer.Ordinal);
        int index = 0;
        foreach (string? bundle in first.Concat(others))
        {
            if (index == MaxCount)
            {
                log($"{bundle}: the model is left out, because there are {MaxCount} already.");
                continue;
            }

            _models[index] = bundle == null ? null : Open(bundle, index, log, prepare);
            index += index < FixedFolders.Length || _models[index] != null ? 1 : 0;
        }

        _default = new Lazy<ModelEntry?>(() => FindDefault(folders, log));
    }

    /// <summary>The process's list.</summary>
    public static ModelList Shared => Process.Value;

    /// <summary>
    /// The model that plays where none is chosen that is there: the first that can be loaded, which is the flagship unless it is missing.
    /// Null when none can; the log then says why.
    /// </summary>
    public ModelEntry? Default => _default.Value;

    /// <summary>Why there is no <see cref="Default"/>; empty where there is one, or none was needed yet.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Whether the model that plays for an index can be had without loading. Any thread.</summary>
    /// <param name="index">0 to <see cref="MaxCount"/> - 1.</param>
    public bool IsLoaded(int index) => _models[index] is { } model ? model.IsLoaded : _default.IsValueCreated;

    /// <summary>The model of an index.</summary>
    /// <param name="index">0 to <see cref="MaxCount"/> - 1.</param>
    /// <returns>Null where there is none.</returns>
    public ModelEntry? this[int index] => _models[index];

    /// <summary>Finds a model again.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fingerprint">Its fingerprint: among several of the name, the one that has it is found.</param>
    /// <returns>Its index; -1 when no model has this name.</returns>
    public int IndexOf(string name, string fingerprint)
    {
        int same = Array.FindIndex(_models, model => model?.SavedName == name && model.HasFingerprint(fingerprint));
        return same >= 0 ? same : Array.FindIndex(_models, model => model?.SavedName == name);
    }

    private static IReadOnlyList<string> BundlesOf(string folder, Action<string> log)
    {
        string path = Path.GetFullPath(folder);
        IReadOnlyList<string> entries = FolderListing.Of(path, "*", log);
        return entries.Any(entry => Path.GetFileName(entry) == BundleFile.Manifest)
            ? [path]
            : [.. entries.Where(entry => IsBundle(entry, log))];
    }

    // Files, and folders without a manifest, are something else; a closed folder or a link that leads nowhere may be a bundle.
    private static bool IsBundle(string entry, Action<string> log)
    {
        try
        {
            return File.ResolveLinkTarget(entry, returnFinalTarget: true) is { } target && !Path.Exists(target.FullName)
                ? throw new IOException("the link leads nowhere.")
                : Directory.Exists(entry) && !File.GetAttributes(Path.Combine(entry, BundleFile.Manifest)).HasFlag(FileAttributes.Directory);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"{entry}: the model is left out: {e.Message}");
            return false;
        }
    }

    private ModelEntry? Open(string bundle, int index, Action<string> log, Action? prepare)
    {
        try
        {
            BundleManifest manifest = BundleManifest.Read(bundle);
            IEnumerable<string> taken = _models[..index].Select(other => other?.Text ?? "-");
            return new ModelEntry(bundle, manifest, ModelText.Shorten(manifest.Name, index, taken), prepare);
        }
        catch (BundleException e)
        {
            log($"{e.Message} The model is left out.");
            return null;
        }
    }

    private ModelEntry? FindDefault(IReadOnlyList<string> folders, Action<string> log)
    {
        Exception? failure = null;
        foreach (ModelEntry model in _models.OfType<ModelEntry>())
        {
            try
            {
                model.Load();
                if (failure != null)
                {
                    log($"{failure.Message} {model.Name} plays instead.");
                }

                return model;
            }
            catch (Exception e) when (e is BundleException or DllNotFoundException or IOException or UnauthorizedAccessException)
            {
                failure ??= e;
            }
        }

        failure ??= new BundleException(folders.Count > 0 ? folders[0] : "", "", "there is no bundle in this folder");
        Problem = $"{StatusLine.NoModel}: {failure.Message}";
        log(Problem);
        return null;
    }
}
