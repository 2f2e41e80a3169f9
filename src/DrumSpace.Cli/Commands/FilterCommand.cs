using System.CommandLine;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace filter`: counts the patterns of a file that pass the entropy filter.</summary>
internal static class FilterCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> file = new("FILE.tsv") { Description = "Patterns in the paper's format, with or without latents." };
        Command command = new("filter", "Count the patterns that pass the entropy filter.") { file };
        command.SetRun(arguments =>
        {
            int read = 0, kept = 0;
            foreach (PatternLine line in PatternTsv.Read(arguments.GetRequiredValue(file)))
            {
                read++;
                kept += EntropyFilter.Passes(line.Pattern) ? 1 : 0;
            }

            string share = Terminal.Percent(read == 0 ? 0 : (double)kept / read, "F2");
            arguments.InvocationConfiguration.Output.WriteLine($"{kept} of {read} kept ({share})");
        });
        return command;
    }
}
