using System.CommandLine;
using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset build`: MIDI folders, or one shard of their files, to unique patterns.</summary>
internal static class DatasetBuildCommand
{
    private const int FilesPerLine = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> folders = new("FOLDER") { Description = "Folders of MIDI files, however deep.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "The tsv file to write.", Required = true };
        Option<int> hop = new("--hop-bars") { Description = "Bars from one window of two bars to the next: 1 or 2.", DefaultValueFactory = _ => 2 };
        hop.AcceptOnlyFromAmong("1", "2");
        Option<string?> shard = new("--shard")
        {
            Description = "Read part I of N of the files only (I/N, I from 0); `dataset merge` makes one data set of all parts.",
        };
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Command command = new("build", "Cut MIDI folders to unique patterns that the entropy filter keeps.") { folders, output, hop, shard, json };
        command.SetAction(parsed => DatasetReport.Run(
            parsed.InvocationConfiguration,
            parsed.GetValue(json),
            () => Build(
                parsed.GetRequiredValue(folders),
                parsed.GetRequiredValue(output),
                parsed.GetValue(hop),
                parsed.GetValue(shard),
                parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static DatasetReport Build(string[] folders, string output, int hopBars, string? shard, TextWriter error)
    {
        PatternSource source = new(
            [.. folders.Select(folder => new CorpusFolder(folder))], hopBars, shard is null ? null : CorpusShard.Parse(shard));
        if (shard is not null)
        {
            DatasetShard part = WithProgress(source, error, progress => DatasetShard.Build(source, progress: progress));
            part.Write(output);
            return new DatasetReport(
                part.Summary.Counts, [.. part.Summary.Refused.Select(one => new RefusedFile(one.Path, one.Offset, one.Reason))], output);
        }

        Dataset dataset = WithProgress(source, error, progress => Dataset.Build(source, progress: progress));
        PatternTsv.Write(output, dataset.Patterns.Select(pattern => new PatternLine(pattern)));
        return new DatasetReport(dataset.Summary, dataset.Refused, output);
    }

    private static T WithProgress<T>(PatternSource source, TextWriter error, Func<Action<int>, T> build) =>
        Console.IsErrorRedirected ? build(done => PrintProgress(done, error)) : FileProgress.Show(source, build);

    private static void PrintProgress(int files, TextWriter error)
    {
        if (files % FilesPerLine == 0)
        {
            error.WriteLine($"{files} files");
        }
    }
}
