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
    private static bool _isReady;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName =>
        OperatingSystem.IsWindows() ? "libSkiaSharp.dll" : OperatingSystem.IsMacOS() ? "libSkiaSharp.dylib" : "libSkiaSharp.so";

    /// <summary>
    /// Takes the library from this folder only, whatever other copies the host or its other plugins have loaded. Call it before the first
    /// window opens and before anything else that paints; calling it again with the same folder does nothing.
    /// </summary>
    /// <param name="folder">An absolute path.</param>
    /// <exception cref="DllNotFoundException">The folder does not hold the library.</exception>
    /// <exception cref="InvalidOperationException">The library is already in use from another place.</exception>
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

            if (_isReady || _path != null)
            {
                throw new InvalidOperationException($"Skia is already taken from {_path ?? "its default place"}, not from {path}.");
            }

            _path = path;
        }
    }

    /// <summary>Loads the library, once.</summary>
    /// <exception cref="DllNotFoundException">The library is not there, or the system cannot load it.</exception>
    public static void MakeReady()
    {
        lock (Gate)
        {
            if (_isReady)
            {
                return;
            }

            try
            {
                if (_path != null)
                {
                    nint library = NativeLibrary.Load(_path);
                    NativeLibrary.SetDllImportResolver(typeof(SKSurface).Assembly, (name, _, _) => name == "libSkiaSharp" ? library : 0);
                }

                // The first call; it fails here rather than in a frame.
                _ = SKImageInfo.PlatformColorType;
                _isReady = true;
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException)
            {
                throw new DllNotFoundException($"Skia's library cannot be loaded: {_path ?? FileName}: {e.GetBaseException().Message}", e);
            }
        }
    }
}
