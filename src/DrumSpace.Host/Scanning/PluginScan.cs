using System.Diagnostics;

namespace DrumSpace.Host;

/// <summary>Loads a plugin in a child process first, so that one that crashes or hangs ends the child and not the host.</summary>
public static class PluginScan
{
    private const int SignalBase = 128;
    private const int FatalWindowsCode = unchecked((int)0xC0000000);

    /// <summary>
    /// What the child does: loads the plugin, readies it to play, plays a block and frees it.
    /// </summary>
    /// <param name="path">The plugin.</param>
    /// <exception cref="PluginLoadException">It cannot be loaded.</exception>
    /// <exception cref="InvalidOperationException">It refuses to play.</exception>
    public static void Try(string path)
    {
        using HostedPlugin plugin = HostedPlugin.Load(path);
        plugin.Transport = new HostTransport(48000, 120);
        plugin.Configure(48000, 512);
        plugin.Resume();
        plugin.Process(512);
    }

    /// <summary>Runs the child.</summary>
    /// <param name="path">The plugin.</param>
    /// <param name="child">A program that calls <see cref="Try"/>: exits with 0, or prints its error as a line "error: ..." and does not.</param>
    /// <param name="limit">How long the plugin may take.</param>
    /// <exception cref="PluginLoadException">The plugin is not there or for another machine, or the child failed, crashed or hung.</exception>
    public static void Run(string path, ProcessStartInfo child, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new PluginLoadException(path, "no such file.");
        }

        child.RedirectStandardOutput = child.RedirectStandardError = true;
        using Process process = Process.Start(child)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new PluginLoadException(path, $"it does not come back within {limit.TotalSeconds:0} seconds of loading it.");
        }

        if (process.ExitCode != 0)
        {
            throw new PluginLoadException(path, Reason(process.ExitCode, errors.Result, path));
        }

        output.Wait();
    }

    private static string Reason(int code, string errors, string path)
    {
        const string Mark = "error: ";
        string? line = errors.Split('\n').LastOrDefault(one => one.StartsWith(Mark, StringComparison.Ordinal))?.Trim();
        if (line == null)
        {
            return code is > SignalBase and < SignalBase + 65 ? $"it crashes when it is loaded (signal {code - SignalBase})."
                : (code & FatalWindowsCode) == FatalWindowsCode ? $"it crashes when it is loaded (0x{code:X8})."
                : $"it ends the program that loads it (exit code {code}).";
        }

        string reason = line[Mark.Length..];
        string prefix = path + ": ";
        return reason.StartsWith(prefix, StringComparison.Ordinal) ? reason[prefix.Length..] : reason;
    }
}
