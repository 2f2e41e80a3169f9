using System.Runtime.InteropServices;
using DrumSpace.Plugin.Models;
using SkiaSharp;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// Lets SkiaSharp's native library be found beside the plugin's: the runtime would look beside the host's program. A full path also keeps it
/// apart from another plugin's copy. Main thread.
/// </summary>
internal static class SkiaLibrary
{
    private static bool _isResolved;

    private static string FileName => OperatingSystem.IsWindows() ? "libSkiaSharp.dll" : "libSkiaSharp.so";

    /// <summary>To be called before the first call of SkiaSharp; once is enough.</summary>
    public static void Find()
    {
        if (!_isResolved && ContentFolders.Library is { } folder && Path.Combine(folder, FileName) is var file && File.Exists(file))
        {
            _isResolved = true;
            NativeLibrary.SetDllImportResolver(
                typeof(SKCanvas).Assembly, (name, _, _) => name.Contains("SkiaSharp", StringComparison.Ordinal) ? NativeLibrary.Load(file) : 0);
        }
    }
}
