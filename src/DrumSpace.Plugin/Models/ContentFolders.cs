using DrumSpace.Plugin.Formats.Vst2;

namespace DrumSpace.Plugin.Models;

/// <summary>Where the plugin looks for what it plays with.</summary>
internal static class ContentFolders
{
    /// <summary>The folder of the plugin's library; null when the system does not know.</summary>
    public static unsafe string? Library => LibraryFolder.Of(Vst2Entry.Address);

    /// <summary>
    /// The folder of a name beside the library, or the one that a variable names in its stead, and then the user's own. Whether they exist
    /// or not.
    /// </summary>
    /// <param name="variable">The environment variable.</param>
    /// <param name="name">The folders' name.</param>
    public static IReadOnlyList<string> Find(string variable, string name)
    {
        string? named = Environment.GetEnvironmentVariable(variable);
        string brought = string.IsNullOrEmpty(named) ? Path.Combine(Library ?? AppContext.BaseDirectory, name) : named;
        return [brought, UserFolder.Of(name)];
    }
}
