using DrumSpace.Inference.Runtime;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// Where models are looked for: the folder `models` beside the library, or the one that DRUMSPACE_MODELS names in its stead, and then
/// the user's own, `DrumSpace/models` in the user's data folder. ONNX Runtime's library lies beside the plugin's.
/// </summary>
internal static class ModelFolders
{
    private const string FolderVariable = "DRUMSPACE_MODELS";

    /// <summary>The folders in order, whether they exist or not.</summary>
    public static IReadOnlyList<string> Find() => ContentFolders.Find(FolderVariable, "models");

    /// <summary>Lets ONNX Runtime's library be found beside the plugin's.</summary>
    /// <exception cref="DllNotFoundException">It is not there.</exception>
    public static void UseRuntime()
    {
        if (ContentFolders.Library is { } library)
        {
            OnnxRuntimeLibrary.UseFolder(library);
        }
    }
}
