using DrumSpace.Inference.Runtime;
using DrumSpace.Plugin.Formats.Vst2;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// Where models are looked for: the folder `models` beside the library, or the one that DRUMSPACE_MODELS names in its stead, and then
/// the user's own, `DrumSpace/models` in the user's data folder.
/// </summary>
internal static class ModelFolders
{
    private const string FolderVariable = "DRUMSPACE_MODELS";

    /// <summary>The folders in order, whether they exist or not. Lets ONNX Runtime's library be found beside the plugin's.</summary>
    public static unsafe IReadOnlyList<string> Find()
    {
        string? library = LibraryFolder.Of(Vst2Entry.Address);
        if (library != null)
        {
            OnnxRuntimeLibrary.UseFolder(library);
        }

        string? named = Environment.GetEnvironmentVariable(FolderVariable);
        string brought = string.IsNullOrEmpty(named) ? Path.Combine(library ?? AppContext.BaseDirectory, "models") : named;
        return [brought, UserFolder.Of("models")];
    }
}
