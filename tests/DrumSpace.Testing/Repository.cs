namespace DrumSpace.Testing;

/// <summary>Where tests find the checkout, its results and the research data beside it.</summary>
public static class Repository
{
    /// <summary>The folder that holds DrumSpaceVst.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built plugin and what lies beside it: `out/plugin`.</summary>
    public static string PluginFolder => Path.Combine(Root, "out", "plugin");

    /// <summary>A file or folder of the research data in `../shared/data`, or null when it is not there; tests then skip.</summary>
    /// <param name="relative">For example "groove" or "drum_space/sampled10k_ae_raw".</param>
    public static string? Data(string relative)
    {
        string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", relative));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DrumSpaceVst.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No DrumSpaceVst.sln above {AppContext.BaseDirectory}.");
    }
}
