using System.Diagnostics;

namespace DrumSpace.Plugin.Tests;

/// <summary>native/probe.c: a host in a process of its own, compiled once with the system's C compiler.</summary>
internal static class Probe
{
    private static readonly Lazy<string?> Program = new(Compile);

    /// <summary>Plays a library in a child process.</summary>
    /// <param name="library">The plugin.</param>
    /// <param name="log">Where it logs.</param>
    /// <param name="seed">Of the transport and the parameters.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="isOffline">What the plugin is told of the pace.</param>
    /// <param name="models">DRUMSPACE_MODELS; null leaves it out.</param>
    /// <returns>What the probe counted, by name.</returns>
    public static Dictionary<string, long> Run(string library, string log, int seed, int blocks, bool isOffline, string? models)
    {
        Assert.SkipWhen(Program.Value == null, "No C compiler: install the package gcc or clang.");
        ProcessStartInfo start = new(Program.Value!, [library, $"{seed}", $"{blocks}", isOffline ? "4" : "2"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DRUMSPACE_LOG"] = log;
        start.Environment.Remove("DRUMSPACE_MODELS");
        if (models != null)
        {
            start.Environment["DRUMSPACE_MODELS"] = models;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The probe ended with {process.ExitCode}: {errors.Result}");
        Assert.Equal("", errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')).ToDictionary(
            pair => pair[0], pair => long.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string? Compile()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "probe");
        string source = Path.Combine(AppContext.BaseDirectory, "native", "probe.c");
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
