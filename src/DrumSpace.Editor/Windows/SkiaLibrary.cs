using System.Runtime.InteropServices;
using SkiaSharp;

namespace DrumSpace.Editor.Windows;

/// <summary>
/// Where Skia's native library comes from. A tool's lies where NuGet put it. A plugin's lies beside the plugin, and not beside the running
/// program, which is the host: it calls <see cref="UseFolder"/> first.
/// </summary>
/// <remarks>Safe on every thread but the audio thread: it loads files and locks.</remarks>
public static class SkiaLibrary
{
    private static readonly Lock Gate = new();
    private static string? _path;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName =>
        OperatingSystem.IsWindows() ? "libSkiaSharp.dll" : OperatingSystem.IsMacOS() ? "libSkiaSharp.dylib" : "libSkiaSharp.so";

    /// <summary>
    /// Loads the library from this folder only, whatever other copies the host or its other plugins have loaded. Call it before anything
    /// else of Skia is touched, a content's paints and fonts included; calling it again with the same folder does nothing.
    /// </summary>
    /// <param name="folder">An absolute path.</param>
    /// <exception cref="DllNotFoundException">The folder does not hold the library, or the system cannot load it.</exception>
    /// <exception cref="InvalidOperationException">The library was taken from another folder.</exception>
    public static void UseFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string path = Path.GetFullPath(Path.Combine(folder, FileName));
        lock (Gate)
        {
            if (path == _path)
            {
                return;
            }

            if (!File.Exists(path))
            {
                throw new DllNotFoundException($"Skia's library is missing: {path} is not there.");
            }

            if (_path != null)
            {
                throw new InvalidOperationException($"Skia is already taken from {_path}, not from {path}.");
            }

            nint library = Load(path);
            NativeLibrary.SetDllImportResolver(typeof(SKSurface).Assembly, (name, _, _) => name == "libSkiaSharp" ? library : 0);
            _path = path;
        }
    }

    /// <summary>Makes sure that the library is there: what is missing shows here and not in a frame.</summary>
    /// <exception cref="DllNotFoundException">It is not there, or the system cannot load it.</exception>
    internal static void Check()
    {
        try
        {
            _ = SKImageInfo.PlatformColorType;
        }
        catch (TypeInitializationException e)
        {
            throw new DllNotFoundException($"Skia's library cannot be loaded: {_path ?? FileName}: {e.GetBaseException().Message}", e);
        }
    }

    private static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (BadImageFormatException e)
        {
            throw new DllNotFoundException($"Skia's library cannot be loaded: {path}: {e.Message}", e);
        }
    }
}
