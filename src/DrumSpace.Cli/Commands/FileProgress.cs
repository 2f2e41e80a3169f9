using DrumSpace.Midi.Corpus;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>Progress over the files of a corpus, on the error stream: a bar on a terminal, else a line now and then.</summary>
internal static class FileProgress
{
    private const int FilesPerLine = 1000;

    /// <summary>Runs a job that reports the number of files it has read.</summary>
    public static T Show<T>(PatternSource source, TextWriter error, Func<Action<int>, T> job) =>
        Console.IsErrorRedirected ? job(done => WriteLine(done, error)) : ShowBar(source, error, job);

    private static void WriteLine(int files, TextWriter error)
    {
        if (files % FilesPerLine == 0)
        {
            error.WriteLine($"{files} files");
        }
    }

    private static T ShowBar<T>(PatternSource source, TextWriter error, Func<Action<int>, T> job) =>
        Terminal.On(error).Bars().Start(context =>
        {
            // Listing the folders twice is cheap compared with reading them.
            ProgressTask task = context.AddTask("MIDI files", maxValue: Math.Max(1, source.Files().Count()));
            T result = job(done => task.Value = done);
            task.Value = task.MaxValue;
            return result;
        });
}
