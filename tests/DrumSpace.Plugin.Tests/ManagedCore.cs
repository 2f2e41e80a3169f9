using System.Runtime.CompilerServices;

namespace DrumSpace.Plugin.Tests;

/// <summary>
/// The core as managed code, which some tests use without the built library: it logs to a file of the tests, and finds no presets of the
/// machine's user. The built library reads the native environment, and has folders of its own.
/// </summary>
internal static class ManagedCore
{
    private static readonly string LogPath = Path.Combine(AppContext.BaseDirectory, "user", "managed.log");

    /// <summary>The lines of its log, which tests of other classes may be writing to.</summary>
    public static string[] Log => LogFile.ReadLines(LogPath);

    [ModuleInitializer]
    internal static void UseOwnFolders()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "user");
        Environment.SetEnvironmentVariable("DRUMSPACE_LOG", LogPath);
        Environment.SetEnvironmentVariable("DRUMSPACE_PRESETS", Path.Combine(folder, "presets"));
    }
}
