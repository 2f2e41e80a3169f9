using System.CommandLine;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset build`: extracts the unique patterns of MIDI folders, or of one shard of their files.</summary>
internal static class DatasetBuildCommand
{
    private const int FilesPerLine = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> folders = new("FOLDER") { Description = "Folder trees of MIDI files.", Arity = ArgumentArity.OneOrMore };
        OutputOption output = CommandOptions.OutputFile("The tsv file to write.");
        Option<int> hop = new("--hop-bars")
        {
            Description = "Bars from one window of two bars to the next: 1 or 2.", DefaultValueFactory = _ => 2,
        };
        hop.AcceptOnlyFromAmong("1", "2");
        Option<string?> shard = new("--shard")
        {
            Description = "Read only shard I of N of the files (I/N, I from 0); `dataset merge` merges all shards to one data set.",
        };
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Command command = new("build", "Extract the unique patterns of MIDI folders that pass the entropy filter.")
        {
            folders, output, hop, shard, CommandOptions.KitMap(), CommandOptions.DrumChannel(), json,
        };
        command.SetRun(arguments => Build(
            arguments.GetRequiredValue(folders),
            arguments.GetRequiredValue(output)!,
            arguments.GetValue(hop),
            arguments.GetValue(shard),
            CommandOptions.KitOf(arguments),
            arguments.InvocationConfiguration.Error).Print(arguments.InvocationConfiguration, arguments.GetValue(json)));
        return command;
    }

    private static DatasetReport Build(string[] folders, string output, int hopBars, string? shard, Kit? kit, TextWriter error)
    {
        PatternSource source = new(
            [.. folders.Select(folder => new CorpusFolder(folder, kit))], hopBars, shard is null ? null : CorpusShard.Parse(shard));
        if (shard is not null)
        {
            DatasetShard part = Show(source, error, progress => DatasetShard.Build(source, progress: progress));
            part.Write(output);
            return new DatasetReport(part.Summary.Counts, part.Summary.Refused, output);
        }

        Dataset dataset = Show(source, error, progress => Dataset.Build(source, progress: progress));
        if (dataset.Summary.FilesRead + dataset.Summary.FilesRefused == 0)
        {
            throw new InvalidDataException($"{string.Join(", ", folders)}: there is no MIDI file here");
        }

        PatternTsv.Write(output, dataset.Patterns.Select(pattern => new PatternLine(pattern)));
        return new DatasetReport(dataset.Summary, dataset.Refused, output);
    }

    // A bar on a terminal, else a line now and then.
    private static T Show<T>(PatternSource source, TextWriter error, Func<Action<int>, T> job) => Console.IsErrorRedirected
        ? job(files => error.Write(files % FilesPerLine == 0 ? $"{files} files{error.NewLine}" : ""))
        : Terminal.On(error).Bars().Start(context =>
        {
            // Listing the folders twice is cheap compared with reading them.
            ProgressTask task = context.AddTask("MIDI files", maxValue: Math.Max(1, source.Files().Count()));
            T result = job(files => task.Value = files);
            task.Value = task.MaxValue;
            return result;
        });
}
