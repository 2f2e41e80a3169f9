using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace companions`: gives one bundle the groove and the melody of another.</summary>
internal static class CompanionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "The bundle that has them.", HelpName = "BUNDLE", Required = true };
        var to = new Option<DirectoryInfo>("--bundle")
        {
            Description = "The bundle that gets them; its beats stay as they are.", HelpName = "BUNDLE", Required = true,
        };
        var command = new Command("companions", "Copy the groove and the melody of one bundle into another.") { from, to };
        command.SetAction(arguments => Run(arguments.GetValue(from)!.ToString(), arguments.GetValue(to)!.ToString()));
        return command;
    }

    private static int Run(string from, string to)
    {
        try
        {
            Console.WriteLine($"{to}: {string.Join(", ", Companions.Copy(from, to))}");
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"drumspace companions: {error.Message}");
            return 1;
        }
    }
}
