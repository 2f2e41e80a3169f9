using System.CommandLine;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset`: data sets of patterns from MIDI folders, on one machine or many, and public ones.</summary>
internal static class DatasetCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("dataset", "Make data sets of patterns.")
    {
        DatasetBuildCommand.Create(),
        DatasetMergeCommand.Create(),
        DatasetFetchCommand.Create(),
    };
}
