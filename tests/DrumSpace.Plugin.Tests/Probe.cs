using System.Diagnostics;
using System.Globalization;

namespace DrumSpace.Plugin.Tests;

/// <summary>native/*.c: hosts in processes of their own, compiled once with the system's C compiler.</summary>
internal static class Probe
{
    private static readonly Lazy<string?> RandomHost = new(() => Compile("probe"));
    private static readonly Lazy<string?> HourHost = new(() => Compile("hour"));
    private static readonly Lazy<string?> ManyHost = new(() => Compile("many"));

    /// <summary>Plays a library at random.</summary>
    /// <param name="library">The plugin.</param>
    /// <param name="log">Where it logs.</param>
    /// <param name="seed">Of the transport and the parameters.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="isOffline">What the plugin is told of the pace.</param>
    /// <param name="models">DRUMSPACE_MODELS; null leaves it out.</param>
    /// <returns>What the probe counted, by name.</returns>
    public static Dictionary<string, long> Run(string library, string log, int seed, int blocks, bool isOffline, string? models) =>
        Start(RandomHost.Value, log, models, [library, $"{seed}", $"{blocks}", isOffline ? "4" : "2"]);

    /// <summary>Plays an hour of a song, with the state saved so often by another thread.</summary>
    public static Dictionary<string, long> PlayHour(string library, string log, int seed, int saves, string models) =>
        Start(HourHost.Value, log, models, [library, $"{seed}", $"{saves}"]);

    /// <summary>Opens many instances in one process and closes them in any order.</summary>
    public static Dictionary<string, long> OpenMany(int count, string log, int seed, string models) =>
        Start(ManyHost.Value, log, models, [BuiltPlugin.LibraryPath, BuiltPlugin.ClapPath, $"{count}", $"{seed}"]);

    private static Dictionary<string, long> Start(string? program, string log, string? models, string[] arguments)
    {
        Assert.SkipWhen(program == null, "No C compiler: install the package gcc or clang.");
        ProcessStartInfo start = new(program!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What is moved at random may write files; they lie where the tests' log does.
        start.Environment["HOME"] = Path.GetDirectoryName(log);
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("XDG_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // 32 MB for the runtime's first generation, which it collects when it is full. It would choose the size by the processor's
        // cache, and 256 KB where a virtual machine tells none; so what is counted does not depend on the machine.
        start.Environment["DOTNET_GCgen0size"] = "2000000";
        start.Environment["DRUMSPACE_LOG"] = log;
        start.Environment["DRUMSPACE_CAPTURES"] = Path.Combine(Path.GetDirectoryName(log)!, "captures");
        start.Environment.Remove("DRUMSPACE_MODELS");
        if (models != null)
        {
            start.Environment["DRUMSPACE_MODELS"] = models;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} ended with {process.ExitCode}: {errors.Result}");
        Assert.Equal("", errors.Result);
        TestContext.Current.TestOutputHelper?.WriteLine(output.ReplaceLineEndings(" "));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')).ToDictionary(
            pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture));
    }

    private static string? Compile(string name)
    {
        string program = Path.Combine(AppContext.BaseDirectory, name);
        string source = Path.Combine(AppContext.BaseDirectory, "native", $"{name}.c");
        foreach (string compiler in (string[])["cc", "gcc", "clang"])
        {
            try
            {
                using Process process = Process.Start(compiler, ["-O1", "-rdynamic", "-o", program, source, "-ldl", "-lm", "-lpthread"]);
                process.WaitForExit();
                Assert.Equal(0, process.ExitCode);
                return program;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not there; the next one may be.
            }
        }

        return null;
    }
}
