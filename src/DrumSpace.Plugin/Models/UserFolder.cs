namespace DrumSpace.Plugin.Models;

/// <summary>
/// The user's folders of this plugin, `DrumSpace` in the system's folders of an application: data in $XDG_DATA_HOME or ~/.local/share (on
/// Windows %APPDATA%), state in $XDG_STATE_HOME or ~/.local/state (on Windows %LOCALAPPDATA%), settings in $XDG_CONFIG_HOME or ~/.config
/// (on Windows %APPDATA%).
/// </summary>
public static class UserFolder
{
    /// <summary>The path of a folder or file of data, whether it exists or not.</summary>
    /// <param name="name">The name, which may have folders.</param>
    /// <returns>An absolute path.</returns>
    public static string Of(string name) =>
        Path.Combine(Base("XDG_DATA_HOME", ".local/share", Environment.SpecialFolder.ApplicationData), "DrumSpace", name);

    /// <summary>The path of a file of state, whether it exists or not.</summary>
    /// <param name="name">The name, which may have folders.</param>
    /// <returns>An absolute path.</returns>
    public static string StateOf(string name) =>
        Path.Combine(Base("XDG_STATE_HOME", ".local/state", Environment.SpecialFolder.LocalApplicationData), "DrumSpace", name);

    /// <summary>The path of a file of settings, whether it exists or not.</summary>
    /// <param name="name">The name, which may have folders.</param>
    /// <returns>An absolute path.</returns>
    public static string ConfigOf(string name) =>
        Path.Combine(Base("XDG_CONFIG_HOME", ".config", Environment.SpecialFolder.ApplicationData), "DrumSpace", name);

    private static string Base(string variable, string local, Environment.SpecialFolder onWindows) =>
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(onWindows)
        : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), local);
}
