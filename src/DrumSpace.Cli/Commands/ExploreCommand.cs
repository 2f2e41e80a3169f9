using System.CommandLine;
using DrumSpace.Cli.Explorer;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Files;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace explore`: a model's space in a browser, as one HTML file or served here.</summary>
internal static class ExploreCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> bundle = new("--bundle")
        {
            Description = "The folder of a model bundle with a map. The default is the plugin's own default model.", HelpName = "DIR",
        };
        OutputOption output = new(isFolder: false, "--output", "-o")
        {
            Description = "Write the page into this file, which opens in a browser as it is, instead of serving it.",
            HelpName = "explorer.html",
        };
        Option<int> port = new Option<int>("--port")
        {
            Description = "The port to serve the page at; by default a free one.", HelpName = "N",
        }.WithRange(1, 65535);
        Option<bool> quiet = new("--no-browser") { Description = "Print the address without opening a browser." };
        Command command = new("explore", "Explore a model's space in a browser: its map, knobs, patterns and sound.")
        {
            bundle, output, port, quiet,
        };
        command.SetRun((arguments, cancel) => RunAsync(
            arguments.GetValue(bundle),
            arguments.GetValue(output),
            arguments.GetValue(port),
            arguments.GetValue(quiet),
            arguments.InvocationConfiguration,
            cancel));
        return command;
    }

    private static async Task RunAsync(
        string? folder, string? file, int port, bool isQuiet, InvocationConfiguration streams, CancellationToken cancel)
    {
        byte[] page = Compose(folder ?? DefaultFolder());
        if (file != null)
        {
            AtomicFile.Write(file, page);
            streams.Output.WriteLine(FormattableString.Invariant($"Wrote {file}, {page.Length / 1e6:F1} MB. Open it in a browser."));
            return;
        }

        using PageServer server = new(page, port);
        streams.Output.WriteLine($"The explorer is at {server.Address} until you press Ctrl+C.");
        if (!isQuiet && !Browser.TryOpen(server.Address))
        {
            streams.Error.WriteLine("note: no browser could be opened; open the address yourself.");
        }

        await server.RunAsync(cancel);
    }

    private static byte[] Compose(string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        return ExplorerPage.Compose(bundle);
    }

    private static string DefaultFolder()
    {
        ShippedPlugin.UseModels();
        return ModelList.Shared.Default?.Folder
            ?? throw new InvalidOperationException($"{ModelList.Shared.Problem} Name a bundle with --bundle DIR.");
    }
}
