using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace card`: a section of Markdown into a bundle's model card.</summary>
internal static class CardCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var bundle = new Option<string>("--bundle") { Description = "The bundle's folder.", HelpName = "DIR", Required = true };
        var title = new Option<string>("--title") { Description = "The section's title.", Required = true };
        var text = new Option<string>("--text") { Description = "A Markdown file: what stands below the title.", HelpName = "FILE", Required = true };
        var command = new Command("card", "Put a section into a bundle's model card, or replace the one of that title.") { bundle, title, text };
        command.SetAction(arguments =>
        {
            try
            {
                BundleCard.Put(arguments.GetValue(bundle)!, arguments.GetValue(title)!, File.ReadAllText(arguments.GetValue(text)!));
                return 0;
            }
            catch (Exception error) when (error is BundleException or IOException or UnauthorizedAccessException)
            {
                arguments.InvocationConfiguration.Error.WriteLine($"drumspace card: {error.Message}");
                return 1;
            }
        });
        return command;
    }
}
