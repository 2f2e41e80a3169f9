using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// Loads ONNX Runtime's native library and makes its process-wide environment. A tool's library lies where NuGet put it. A plugin's lies
/// beside the plugin, and not beside the running program, which is the host: it calls <see cref="UseFolder"/> first.
/// </summary>
/// <remarks>Safe on every thread but the audio thread: it loads files and locks.</remarks>
public static class OnnxRuntimeLibrary
{
    private const string Redistributable = "Microsoft's Visual C++ Redistributable (x64), https://aka.ms/vs/17/release/vc_redist.x64.exe";

    private static readonly Lock Gate = new();
    private static string? _path;
    private static IntPtr _library;
    private static bool _ready;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>
    /// Takes the library from this folder only, whatever other copies the host or its other plugins have loaded. Call it before the first
    /// bundle is loaded; calling it again with the same folder does nothing.
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
                throw new DllNotFoundException($"ONNX Runtime's library is missing: {path} is not there.");
            }

            if (_ready || _path != null)
            {
                throw new InvalidOperationException($"ONNX Runtime is already taken from {_path ?? "its default place"}, not from {path}.");
            }

            _path = path;
        }
    }

    /// <summary>Loads the library and makes the environment, once.</summary>
    /// <exception cref="DllNotFoundException">The library is not there, or the system cannot load it.</exception>
    internal static void MakeReady()
    {
        lock (Gate)
        {
            if (_ready)
            {
                return;
            }

            try
            {
                Telemetry.Refuse();
                if (_path != null)
                {
                    Bind(_path);
                }

                if (!OrtEnv.IsCreated)
                {
                    // Nothing may appear on a host's terminal: the log is discarded. Errors come back as exceptions anyway.
                    EnvironmentCreationOptions options = new()
                    {
                        logId = "DrumSpace",
                        logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
                        loggingFunction = static (_, _, _, _, _, _) => { },
                    };
                    OrtEnv.CreateInstanceWithOptions(ref options).DisableTelemetryEvents();
                }

                _ready = true;
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException)
            {
                // A TypeInitializationException comes from the static constructor that binds the library; its cause says why.
                string cause = e.GetBaseException().Message;
                throw new DllNotFoundException($"ONNX Runtime's library cannot be loaded{Advice(_path)}: {_path ?? FileName}: {cause}", e);
            }
        }
    }

    // A second try, after one that failed later, finds the resolver set: a process can set it once.
    private static void Bind(string path)
    {
        bool isFirst = _library == 0;
        _library = NativeLibrary.Load(path);
        if (isFirst)
        {
            OrtEnv.DisableDllImportResolver = true;
            NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, static (name, _, _) => name == "onnxruntime" ? _library : 0);
        }
    }

    // Windows does not say which of the libraries that it needs is missing; those of Visual C++ are the only ones that may be.
    private static string Advice(string? path) => OperatingSystem.IsWindows() && path != null && File.Exists(path)
        ? $"; it needs {Redistributable}"
        : "";
}
