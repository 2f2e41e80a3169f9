namespace DrumSpace.Plugin.Models;

/// <summary>
/// The user's folders of this plugin, `DrumSpace` in the system's folders of an application: data in $XDG_DATA_HOME or ~/.local/share (on
/// Windows %APPDATA%), state in $XDG_STATE_HOME or ~/.local/state (on Windows %LOCALAPPDATA%).
/// </summary>
internal static class UserFolder
{
    /// <summary>The path of a folder or file of data, whether it exists or not.</summary>
    public static string Of(string name) =>
        Path.Combine(Base("XDG_DATA_HOME", "share", Environment.SpecialFolder.ApplicationData), "DrumSpace", name);

    /// <summary>The path of a file of state, whether it exists or not.</summary>
    public static string StateOf(string name) =>
        Path.Combine(Base("XDG_STATE_HOME", "state", Environment.SpecialFolder.LocalApplicationData), "DrumSpace", name);

    private static string Base(string variable, string local, Environment.SpecialFolder onWindows) =>
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(onWindows)
        : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", local);
}
