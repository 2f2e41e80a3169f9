using System.CommandLine;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace card`: writes a section of a bundle's model card.</summary>
internal static class CardCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> bundle = CommandOptions.Bundle("The bundle's folder.");
        Option<string> title = new("--title") { Description = "The section's title.", Required = true };
        Option<string> text = new("--text")
        {
            Description = "A Markdown file with the section's text.", HelpName = "FILE", Required = true,
        };
        Command command = new("card", "Add a section to a bundle's model card, or replace the one with the same title.")
        {
            bundle, title, text,
        };
        command.SetRun(arguments => BundleCard.Put(
            arguments.GetRequiredValue(bundle),
            arguments.GetRequiredValue(title),
            CommandOptions.ReadText(arguments.GetRequiredValue(text))));
        return command;
    }
}
