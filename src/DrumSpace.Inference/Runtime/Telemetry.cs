using System.Runtime.InteropServices;

namespace DrumSpace.Inference.Runtime;

/// <summary>
/// Keeps ONNX Runtime from reporting home. Its official Linux library (1.29) otherwise starts threads in the host that send events to
/// its maker over the network, and writes a database below ~/.cache and a log in the temporary folder; DisableTelemetryEvents comes too
/// late, because it needs the environment that has already begun. The one thing that stops all of it is the variable
/// ORT_DISABLE_TELEMETRY (ONNX Runtime, docs/Privacy.md), set before the environment is made.
/// </summary>
internal static class Telemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Refuses telemetry for the whole process. To be called before the environment is made; not on the audio thread.</summary>
    public static void Refuse()
    {
        // On Windows the library sends nothing itself: it offers events to the system's tracing, which DisableTelemetryEvents ends.
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            // .NET keeps a copy of the environment outside of Windows; native code sees only what the C library is told.
            _ = SetVariable(Variable, "1", 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
