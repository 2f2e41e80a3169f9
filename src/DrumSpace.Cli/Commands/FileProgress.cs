using DrumSpace.Midi.Corpus;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>A bar on the terminal (standard error, so that standard output stays clean) over the files of a corpus.</summary>
internal static class FileProgress
{
    /// <summary>Runs a job and shows how many of the corpus's files it has done.</summary>
    public static T Show<T>(PatternSource source, Func<Action<int>, T> job)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                // Listing the folders twice costs little beside reading them, and gives the bar its end.
                ProgressTask task = context.AddTask("MIDI files", maxValue: Math.Max(1, source.Files().Count()));
                T result = job(done => task.Value = done);
                task.Value = task.MaxValue;
                return result;
            });
    }
}
