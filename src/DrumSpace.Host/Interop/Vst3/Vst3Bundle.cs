using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>A plugin's folder: it has a library for each system that the plugin runs on.</summary>
internal static class Vst3Bundle
{
    /// <summary>The library of a plugin: the one for this system if it is a folder, else the file itself.</summary>
    /// <exception cref="PluginLoadException">The folder has none for this system.</exception>
    public static string LibraryOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        string name = Path.GetFileNameWithoutExtension(path);
        string file = Path.Combine("Contents", SystemFolder, name + (OperatingSystem.IsWindows() ? ".vst3" : ".so"));
        string library = Path.Combine(path, file);
        return File.Exists(library) ? library : throw new PluginLoadException(path, $"this folder has no {file}.");
    }

    private static string SystemFolder
    {
        get
        {
            bool isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
            return OperatingSystem.IsWindows() ? (isArm ? "arm64-win" : "x86_64-win") : (isArm ? "aarch64-linux" : "x86_64-linux");
        }
    }
}
