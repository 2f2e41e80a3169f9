using System.Runtime.InteropServices;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Tests;

public sealed class TelemetryTests : IDisposable
{
    private readonly BundleFolder _folder = new();

    public TelemetryTests() => ModelBundle.Load(_folder.Path).Dispose();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Native_code_reads_that_telemetry_is_refused()
    {
        const string Variable = "ORT_DISABLE_TELEMETRY";
        string? value = OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(Variable)
            : Marshal.PtrToStringUTF8(ReadVariable(Variable));
        Assert.Equal("1", value);
    }

    [Fact]
    public void The_runtime_starts_no_uploader()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists the open files of a process.");

        // Before it starts its thread and looks up its server, the uploader opens
        // ~/.cache/Microsoft/DeveloperTools/.onnxruntime/onnxruntime.db, and keeps it open.
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(link => new FileInfo(link).LinkTarget),
            file => file?.Contains(".onnxruntime", StringComparison.Ordinal) == true);
    }

    [DllImport("libc", EntryPoint = "getenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern IntPtr ReadVariable(string name);
}
