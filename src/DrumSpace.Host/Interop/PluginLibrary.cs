using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop;

/// <summary>Loads a plugin's library, whatever its format.</summary>
internal static class PluginLibrary
{
    /// <summary>Loads a library; the caller frees it.</summary>
    /// <exception cref="PluginLoadException">There is no such file, or the system cannot load it.</exception>
    public static nint Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new PluginLoadException(path, Directory.Exists(path) ? "this is a folder, not a plugin." : "no such file.");
        }

        if (LibraryMachine.Mismatch(path) is { } mismatch)
        {
            throw new PluginLoadException(path, mismatch);
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            // On Linux the dynamic linker's own message comes last, after advice for programmers.
            string reason = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
            throw new PluginLoadException(path, $"the system cannot load it as a library: {reason}", e);
        }
    }

    /// <summary>The first of several functions that a library exports; null if it exports none, or is no library.</summary>
    public static string? FirstExport(string path, params ReadOnlySpan<string> names)
    {
        if (!File.Exists(path) || !NativeLibrary.TryLoad(path, out nint library))
        {
            return null;
        }

        string? found = null;
        foreach (string name in names)
        {
            found ??= NativeLibrary.TryGetExport(library, name, out _) ? name : null;
        }

        NativeLibrary.Free(library);
        return found;
    }
}
