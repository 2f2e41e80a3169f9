using System.Runtime.InteropServices;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// Keeps ONNX Runtime from sending telemetry. Without it, the official library (1.31.1) starts an uploader with its environment: a thread
/// in the host that looks up and calls mobile.events.data.microsoft.com, and a database and a device identifier in
/// ~/.cache/Microsoft/DeveloperTools/.onnxruntime. DisableTelemetryEvents needs that environment, so it comes too late. The variable
/// ORT_DISABLE_TELEMETRY, set before, prevents all of it (ONNX Runtime, Privacy.md), on Windows too.
/// </summary>
internal static class Telemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Refuses telemetry for the whole process. Call it before the environment is made; not on the audio thread.</summary>
    public static void Refuse()
    {
        // On Windows this sets the process's variable, which the library reads. Elsewhere .NET changes only a copy of its own.
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable(Variable, "1", 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
