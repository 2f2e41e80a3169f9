using System.CommandLine;
using System.Globalization;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace filter`: how much of a file of patterns the entropy filter keeps.</summary>
internal static class FilterCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> file = new("FILE.tsv") { Description = "Patterns in the paper's format, with or without latents." };
        Command command = new("filter", "Count the patterns that the entropy filter keeps.") { file };
        command.SetAction(parsed => Count(parsed.GetRequiredValue(file), parsed.InvocationConfiguration));
        return command;
    }

    private static int Count(string file, InvocationConfiguration console)
    {
        int read = 0;
        int kept = 0;
        try
        {
            foreach (PatternLine line in PatternTsv.Read(file))
            {
                read++;
                kept += EntropyFilter.Passes(line.Pattern) ? 1 : 0;
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }

        double percent = read == 0 ? 0 : 100.0 * kept / read;
        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kept} of {read} kept ({percent:F2} %)"));
        return 0;
    }
}
