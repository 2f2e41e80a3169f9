using System.CommandLine;
using DrumSpace.Cli.Fetching;
using DrumSpace.Editor.Windows;
using DrumSpace.Host;
using DrumSpace.Host.Live;
using DrumSpace.Host.Windows;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;

namespace DrumSpace.Cli.Commands;

/// <summary>
/// Runs the actions of commands. An error that a user's input can cause becomes one line on the error stream and an exit code.
/// </summary>
internal static class CommandRunner
{
    private const int Failed = 1;

    // As in shells after Ctrl+C.
    private const int Interrupted = 130;

    /// <summary>Sets a command's action.</summary>
    public static void SetRun(this Command command, Action<ParseResult> run) =>
        command.SetAction(arguments => RunAsync(arguments, () =>
        {
            run(arguments);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult());

    /// <summary>Sets a long action, which Ctrl+C cancels.</summary>
    public static void SetRun(this Command command, Func<ParseResult, CancellationToken, Task> run) =>
        command.SetAction((arguments, cancel) => RunAsync(arguments, () => run(arguments, cancel)));

    private static async Task<int> RunAsync(ParseResult arguments, Func<Task> run)
    {
        try
        {
            foreach (OutputOption target in arguments.CommandResult.Command.Options.OfType<OutputOption>())
            {
                target.Check(arguments);
            }

            await run();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception error) when (error is BundleException or TrainingException or PluginLoadException or FetchException
            or FormatException or ArgumentException or InvalidOperationException or InvalidDataException or IOException
            or UnauthorizedAccessException or DllNotFoundException or WindowSystemException or LiveDeviceException
            or PluginWindowException)
        {
            arguments.InvocationConfiguration.Error.WriteLine($"error: {error.Message}");
            return Failed;
        }
    }
}
