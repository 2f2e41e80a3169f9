namespace DrumSpace.Plugin.Models;

/// <summary>
/// The user's own folder of this plugin: `DrumSpace` in $XDG_DATA_HOME, else in ~/.local/share; on Windows in %APPDATA%.
/// </summary>
internal static class UserFolder
{
    /// <summary>The path of a folder within, whether it exists or not.</summary>
    public static string Of(string name)
    {
        string? data = OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data))
        {
            data = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        }

        return Path.Combine(data, "DrumSpace", name);
    }
}
