using System.CommandLine;
using DrumSpace.Midi.Corpus.Shards;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset merge`: merges the shards of a corpus to one data set.</summary>
internal static class DatasetMergeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> shards = new("SHARD")
        {
            Description = "All tsv files of `dataset build --shard`, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        OutputOption output = CommandOptions.OutputFile("The tsv file to write.");
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Command command = new("merge", "Merge all shards of a corpus to one data set, the same as without shards.")
        {
            shards, output, json,
        };
        command.SetRun(arguments =>
        {
            ShardMerge merge = ShardMerge.Open(arguments.GetRequiredValue(shards));
            string file = arguments.GetRequiredValue(output)!;
            new DatasetReport(merge.Write(file), merge.Refused, file).Print(arguments.InvocationConfiguration, arguments.GetValue(json));
        });
        return command;
    }
}
