using System.CommandLine;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>The options `--json` and `--output` of commands that make a report.</summary>
/// <param name="files">The files that `--output` writes.</param>
internal sealed class ReportOptions(string files)
{
    /// <summary>`--json`.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON instead of tables." };

    /// <summary>`--output`.</summary>
    public OutputOption Output { get; } = new(isFolder: true, "--output", "-o")
    {
        Description = $"A folder for {files}.", HelpName = "FOLDER",
    };

    /// <summary>Writes the report's files where they were requested, and prints it as JSON or tables.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="write">Writes the files into a folder; returns their names.</param>
    /// <param name="toJson">Makes the JSON.</param>
    /// <param name="show">Prints the tables.</param>
    public void Print(ParseResult arguments, Func<string, IReadOnlyList<string>> write, Func<string> toJson, Action<IAnsiConsole> show)
    {
        InvocationConfiguration streams = arguments.InvocationConfiguration;
        if (arguments.GetValue(Output) is { } folder)
        {
            // On the error stream: with --json, the output is JSON only.
            Terminal.On(streams.Error).MarkupLineInterpolated($"Wrote {string.Join(", ", write(folder))} to {folder}.");
        }

        if (arguments.GetValue(Json))
        {
            streams.Output.Write(toJson());
        }
        else
        {
            show(Terminal.On(streams.Output));
        }
    }
}
