using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Runtime;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Formats.Vst2;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The model that all instances of the process share: the first bundle, by name, of the folder `models` beside the library, or of the
/// folder that DRUMSPACE_MODELS names; either folder may be a bundle itself. Loaded when the first instance is made. When there is none, or
/// ONNX Runtime's library is missing, the log says so once, and instances load all the same and stay silent.
/// </summary>
/// <remarks>Main thread.</remarks>
internal static class SharedModel
{
    private const string FolderVariable = "DRUMSPACE_MODELS";
    private static readonly Lazy<ModelBundle?> Loaded = new(Load);

    /// <summary>The model; null when it cannot be had.</summary>
    public static ModelBundle? Bundle => Loaded.Value;

    private static unsafe ModelBundle? Load()
    {
        try
        {
            string? library = LibraryFolder.Of(Vst2Entry.Address);
            string? named = Environment.GetEnvironmentVariable(FolderVariable);
            string models = string.IsNullOrEmpty(named) ? Path.Combine(library ?? AppContext.BaseDirectory, "models") : named;
            if (library != null)
            {
                OnnxRuntimeLibrary.UseFolder(library);
            }

            return ModelBundle.Load(FindBundle(models));
        }
        catch (Exception e) when (e is BundleException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            PluginLog.Write($"DrumSpace stays silent, because its model cannot be loaded: {e.Message}");
            return null;
        }
    }

    private static string FindBundle(string models)
    {
        if (File.Exists(Path.Combine(models, BundleFile.Manifest)))
        {
            return models;
        }

        string? first = Directory.Exists(models)
            ? Directory.EnumerateDirectories(models).Where(folder => File.Exists(Path.Combine(folder, BundleFile.Manifest)))
                .Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        return first ?? throw new BundleException(models, "", "there is no bundle in this folder");
    }
}
