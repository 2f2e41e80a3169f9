using System.CommandLine;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset`: builds data sets of patterns from MIDI folders, and downloads public ones.</summary>
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
