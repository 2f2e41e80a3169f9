using System.CommandLine;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace companions`: copies the groove, the fills and the melody of a bundle to another.</summary>
internal static class CompanionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> from = new("--from") { Description = "The bundle to copy from.", HelpName = "DIR", Required = true };
        Option<string> to = CommandOptions.Bundle("The bundle to copy to; its patterns stay the same.");
        Command command = new("companions", "Copy the groove, the fills and the melody of one bundle into another.") { from, to };
        command.SetRun(arguments =>
        {
            string target = arguments.GetRequiredValue(to);
            IReadOnlyList<string> files = Companions.Copy(arguments.GetRequiredValue(from), target);
            arguments.InvocationConfiguration.Output.WriteLine($"{target}: {string.Join(", ", files)}");
        });
        return command;
    }
}
