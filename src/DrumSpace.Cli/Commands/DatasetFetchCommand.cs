using System.CommandLine;
using DrumSpace.Cli.Fetching;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset fetch`: downloads public data sets.</summary>
internal static class DatasetFetchCommand
{
    private static readonly PublishedSet[] Sets = [PublishedSet.Groove, PublishedSet.DrumSpace];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> name = new("SET")
        {
            Description = "groove (Google's human drumming) or drum_space (the paper's data and samples).",
        };
        name.AcceptOnlyFromAmong([.. Sets.Select(set => set.Name)]);
        OutputOption output = new(isFolder: true, "--output", "-o")
        {
            Description = "The folder to make; by default the set's name.", HelpName = "FOLDER",
        };
        Option<string?> from = new("--from") { Description = "The address of a mirror; file names are appended to it.", HelpName = "URL" };
        Command command = new("fetch", "Download, check and unpack a public data set.") { name, output, from };
        command.SetRun((arguments, cancellation) => FetchAsync(
            Sets.Single(set => set.Name == arguments.GetRequiredValue(name)),
            arguments.GetValue(output),
            arguments.GetValue(from) is { } mirror ? AddressOf(mirror) : null,
            arguments.InvocationConfiguration,
            cancellation));
        return command;
    }

    private static async Task FetchAsync(
        PublishedSet set, string? output, Uri? address, InvocationConfiguration console, CancellationToken cancellation)
    {
        string folder = output ?? set.Name;
        try
        {
            if (Console.IsErrorRedirected)
            {
                await SetFetch.RunAsync(set, folder, address, Lines(console.Error), SetFetch.Patience, cancellation);
            }
            else
            {
                await FetchWithBarsAsync(set, folder, address, console.Error, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine($"error: {set.Name}: interrupted; the next run continues");
            throw;
        }

        console.Output.WriteLine($"{set.Title}: {folder}");
        console.Output.WriteLine(set.Credit);
    }

    private static Uri AddressOf(string text)
    {
        bool isAddress = Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        return isAddress ? address! : throw new FormatException($"'{text}' is not an address: expected http:// or https://");
    }

    // A line per file, when its download starts.
    private static Action<PublishedFile, long, long?> Lines(TextWriter error)
    {
        PublishedFile? current = null;
        return (file, _, total) =>
        {
            if (file != current)
            {
                current = file;
                error.WriteLine(total is { } bytes ? $"{file.Name}: {bytes} bytes" : file.Name);
            }
        };
    }

    private static Task FetchWithBarsAsync(
        PublishedSet set, string folder, Uri? address, TextWriter error, CancellationToken cancellation) =>
        Terminal.On(error).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn())
            .StartAsync(context =>
            {
                Dictionary<PublishedFile, ProgressTask> bars = [];
                void Show(PublishedFile file, long done, long? total)
                {
                    if (!bars.TryGetValue(file, out ProgressTask? bar))
                    {
                        bars[file] = bar = context.AddTask(Markup.Escape(file.Name));
                        bar.IsIndeterminate = total is null;
                    }

                    bar.MaxValue = total ?? Math.Max(done, 1);
                    bar.Value = done;
                }

                return SetFetch.RunAsync(set, folder, address, Show, SetFetch.Patience, cancellation);
            });
}
