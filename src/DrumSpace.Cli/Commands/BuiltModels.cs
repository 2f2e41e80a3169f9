namespace DrumSpace.Cli.Commands;

/// <summary>Where the models of <see cref="DrumSpace.Plugin.Models.ModelList"/> are for the tool.</summary>
internal static class BuiltModels
{
    private const string ModelsVariable = "DRUMSPACE_MODELS";

    /// <summary>Lets them be found where the build puts them: beside the plugin, which lies beside the tool. Call it before the list is read.</summary>
    public static void Use()
    {
        string built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "plugin", "models"));
        if (Environment.GetEnvironmentVariable(ModelsVariable) == null && Directory.Exists(built))
        {
            Environment.SetEnvironmentVariable(ModelsVariable, built);
        }
    }
}
