namespace DrumSpace.Cli.Commands;

/// <summary>The plugin that came with the tool, and its models.</summary>
internal static class ShippedPlugin
{
    private const string ModelsVariable = "DRUMSPACE_MODELS";
    private static readonly string LibraryName = OperatingSystem.IsWindows() ? "DrumSpace.dll" : "DrumSpace.so";

    /// <summary>The library (VST2), whether it exists or not.</summary>
    public static string Library => Path.Combine(Folder, LibraryName);

    /// <summary>
    /// Lets <see cref="DrumSpace.Plugin.Models.ModelList"/> find the shipped models, which are not beside the tool's own code in a build.
    /// Before the list is read.
    /// </summary>
    public static void UseModels()
    {
        string models = Path.Combine(Folder, "models");
        if (Environment.GetEnvironmentVariable(ModelsVariable) == null && Directory.Exists(models))
        {
            Environment.SetEnvironmentVariable(ModelsVariable, models);
        }
    }

    // Beside the tool (packages, Windows), or in the folder next to the tool's (a build), so that the tool runs from any folder.
    private static string Folder => new[] { ".", Path.Combine("..", "plugin") }
        .Select(place => Path.GetFullPath(place, AppContext.BaseDirectory))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, LibraryName))) ?? Path.Combine("out", "plugin");
}
