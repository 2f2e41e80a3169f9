using System.CommandLine;
using DrumSpace.Midi;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace midi`: MIDI files by themselves.</summary>
internal static class MidiCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("midi", "Look at MIDI files.") { CreateCheck() };

    private static Command CreateCheck()
    {
        Argument<string[]> files = new("FILE") { Description = "Standard MIDI Files.", Arity = ArgumentArity.OneOrMore };
        Command command = new("check", "Read MIDI files and print a line each: ok, or where and why reading failed.") { files };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(files), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Check(string[] files, TextWriter output)
    {
        bool isAllOk = true;
        foreach (string file in files)
        {
            string? error = ErrorOf(file);
            isAllOk &= error is null;
            output.WriteLine(error ?? $"{file}: ok");
        }

        return isAllOk ? 0 : 1;
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
