using System.CommandLine;
using DrumSpace.Midi;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace midi`: works on MIDI files.</summary>
internal static class MidiCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("midi", "Work on MIDI files.") { CreateCheck() };

    private static Command CreateCheck()
    {
        Argument<string[]> files = new("FILE") { Description = "Standard MIDI Files.", Arity = ArgumentArity.OneOrMore };
        Command command = new("check", "Read MIDI files and print a line each: ok, or the position and reason of the error.") { files };
        command.SetAction(arguments =>
        {
            string?[] errors = [.. arguments.GetRequiredValue(files).Select(file => Check(file, arguments.InvocationConfiguration.Output))];
            return errors.All(error => error is null) ? 0 : 1;
        });
        return command;
    }

    private static string? Check(string file, TextWriter output)
    {
        string? error = ErrorOf(file);
        output.WriteLine(error ?? $"{file}: ok");
        return error;
    }

    private static string? ErrorOf(string file)
    {
        if (Directory.Exists(file))
        {
            return $"{file}: a folder, not a file";
        }

        try
        {
            MidiFile.Read(file);
            return null;
        }
        catch (MidiFormatException error)
        {
            return error.Message;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"{file}: {error.Message}";
        }
    }
}
