using System.CommandLine;
using DrumSpace.Cli.Fetching;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset fetch`: public data sets from their published addresses.</summary>
internal static class DatasetFetchCommand
{
    private static readonly PublishedSet[] Sets = [PublishedSet.Groove, PublishedSet.DrumSpace];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> name = new("SET") { Description = "groove (Google's human drumming) or drum_space (the paper's data and samples)." };
        name.AcceptOnlyFromAmong([.. Sets.Select(set => set.Name)]);
        Option<string?> output = new("--output", "-o") { Description = "The folder to make; without it, one of the set's name." };
        Option<string?> from = new("--from") { Description = "The address of a mirror; the files' names follow it." };
        Command command = new("fetch", "Download a public data set, check it and unpack it.") { name, output, from };
        command.SetAction((parsed, cancellation) => FetchAsync(
            Sets.Single(set => set.Name == parsed.GetRequiredValue(name)),
            parsed.GetValue(output),
            parsed.GetValue(from),
            parsed.InvocationConfiguration,
            cancellation));
        return command;
    }

    private static async Task<int> FetchAsync(
        PublishedSet set, string? output, string? from, InvocationConfiguration console, CancellationToken cancellation)
    {
        string folder = output ?? set.Name;
        try
        {
            Uri? address = from is null ? null : AddressOf(from);
            if (Console.IsErrorRedirected)
            {
                await SetFetch.RunAsync(set, folder, address, Lines(console.Error), SetFetch.Patience, cancellation);
            }
            else
            {
                await FetchWithBarsAsync(set, folder, address, cancellation);
            }

            console.Output.WriteLine(
                $"""
                {set.Title}: {folder}
                {set.Credit}
                """);
            return 0;
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine($"error: {set.Name}: interrupted; the next run goes on where this one was");
            return 1;
        }
        catch (Exception error) when (error is FetchException or IOException or UnauthorizedAccessException or FormatException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static Uri AddressOf(string text)
    {
        bool isAddress = Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        return isAddress ? address! : throw new FormatException($"'{text}' is no address: expected http:// or https://");
    }

    // A line a file, when it begins.
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

    private static Task FetchWithBarsAsync(PublishedSet set, string folder, Uri? address, CancellationToken cancellation)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
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
}
