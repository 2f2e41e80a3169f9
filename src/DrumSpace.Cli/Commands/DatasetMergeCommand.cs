using System.CommandLine;
using DrumSpace.Midi.Corpus.Shards;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset merge`: the shards of a corpus to the data set that one job over all files gives.</summary>
internal static class DatasetMergeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> shards = new("SHARD")
        {
            Description = "The tsv files of `dataset build --shard`, all of them, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = new("--output", "-o") { Description = "The tsv file to write.", Required = true };
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Command command = new("merge", "Make one data set of all shards of a corpus: the same bytes as without shards.") { shards, output, json };
        command.SetAction(parsed => DatasetReport.Run(
            parsed.InvocationConfiguration,
            parsed.GetValue(json),
            () => Merge(parsed.GetRequiredValue(shards), parsed.GetRequiredValue(output))));
        return command;
    }

    private static DatasetReport Merge(string[] shards, string output)
    {
        ShardMerge merge = ShardMerge.Open(shards);
        return new DatasetReport(merge.Write(output), merge.Refused, output);
    }
}
