using DrumSpace.Host;

namespace DrumSpace.Cli.Commands;

/// <summary>Turns what a user's files and words can cause into one line and an exit code.</summary>
internal static class Failures
{
    /// <summary>Runs a command's work.</summary>
    /// <returns>0, or 1 after an error was written to the error output.</returns>
    public static int Report(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception e) when (e is PluginLoadException or FormatException or ArgumentException or InvalidOperationException
            or IOException or UnauthorizedAccessException or DllNotFoundException or Inference.Bundles.BundleException)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }
}
