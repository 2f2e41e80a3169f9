using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Structure;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>
/// `drumspace structure`: how much songs repeat themselves, how far apart and how plainly in parts; files, corpora and a model's songs in one
/// table.
/// </summary>
internal static class StructureCommand
{
    private const int DefaultCount = 50, MaxCount = 10_000, MostColumns = 6;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = $"MIDI files of songs: up to {MostColumns} a column each, more in one.", Arity = ArgumentArity.ZeroOrMore,
        };
        var corpora = new Option<string[]>("--corpus")
        {
            Description = "Folders of songs; only those that training holds out, unless --all.",
            HelpName = "FOLDER",
            AllowMultipleArgumentsPerToken = true,
        };
        var all = new Option<bool>("--all") { Description = "Every song of the corpus, not only those held out." };
        var bundle = new Option<string?>("--bundle") { Description = "Also make songs with this model, and as many without a plan.", HelpName = "DIR" };
        var count = new Option<int>("--songs") { Description = "How many songs to make.", HelpName = "N", DefaultValueFactory = _ => DefaultCount };
        var seed = new Option<long>("--seed") { Description = "The first song's; equal seeds give equal figures.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of the tables." };
        var output = new Option<string?>("--output", "-o") { Description = "Write structure.md, structure.json and drawings here.", HelpName = "FOLDER" };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MaxCount)
            {
                result.AddError($"--songs is a number from 1 to {MaxCount}.");
            }
        });
        var command = new Command("structure", "Measure and draw the long-scale self-similarity of songs.")
        {
            files, corpora, all, bundle, count, seed, json, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 } && result.GetValue(corpora) is not { Length: > 0 } && result.GetValue(bundle) is null)
            {
                result.AddError("There is nothing to measure: name files, a --corpus, or a --bundle to make songs with.");
            }
        });
        command.SetAction(arguments => Run(
            arguments.GetValue(files) ?? [],
            arguments.GetValue(corpora) ?? [],
            arguments.GetValue(all),
            arguments.GetValue(bundle),
            arguments.GetValue(count),
            (ulong)arguments.GetValue(seed),
            arguments.GetValue(json),
            arguments.GetValue(output),
            arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(
        string[] files, string[] corpora, bool all, string? bundle, int count, ulong seed, bool json, string? output, InvocationConfiguration console)
    {
        try
        {
            IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
            StructureReport report = progress.Status().Start("Reading", status =>
                new StructureReport([.. Groups(files, corpora, all, bundle, count, seed, what => status.Status(Markup.Escape(what)))]));
            if (output != null)
            {
                progress.MarkupLineInterpolated($"Wrote {string.Join(", ", report.Write(output))} to {output}.");
            }

            if (json)
            {
                console.Output.Write(report.ToJson());
            }
            else
            {
                Show(report, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Output) }));
            }

            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException
            or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    // The corpus first, where there is one: it is what the others are told from.
    private static IEnumerable<SongGroup> Groups(
        string[] files, string[] corpora, bool all, string? bundle, int count, ulong seed, Action<string> tell)
    {
        if (corpora.Length > 0)
        {
            MeasuredSong[] songs = [.. corpora.SelectMany(folder => SongCorpus.Read(folder, all))];
            yield return new SongGroup(all ? "corpus" : "corpus, held out", songs);
            yield return new SongGroup("the same, bars shuffled", [.. songs.Select((song, i) => song.Shuffled(seed + (ulong)i))]);
        }

        if (files.Length > MostColumns)
        {
            yield return new SongGroup("files", [.. files.Select(SongCorpus.ReadFile)]);
        }

        foreach (string file in files.Length > MostColumns ? [] : files)
        {
            MeasuredSong song = SongCorpus.ReadFile(file);
            yield return new SongGroup(song.Name, [song]);
        }

        if (bundle != null)
        {
            using ModelBundle model = ModelBundle.Load(bundle);
            (IReadOnlyList<MeasuredSong> planned, IReadOnlyList<MeasuredSong> unplanned) =
                SongTrial.Make(model, count, seed, done => tell($"Making songs: {done} of {count}"));
            yield return new SongGroup("drumspace song", planned);
            yield return new SongGroup("without a plan", unplanned);
        }
    }

    private static void Show(StructureReport report, IAnsiConsole console)
    {
        console.Write(Table("median [quartiles]", report.Groups.Select(group => group.Title), report.Figures));
        if (report.HasSeparations)
        {
            console.MarkupLineInterpolated($"Chance that a song has more of it than one of: {report.Groups[0].Name} (0.50 tells nothing, 0 and 1 everything)");
            console.Write(Table("", report.Groups.Skip(1).Select(group => group.Name), report.Separations));
        }
    }

    private static Table Table(string corner, IEnumerable<string> columns, IEnumerable<(string Title, IReadOnlyList<string> Cells)> rows)
    {
        var table = new Table().AddColumn(Markup.Escape(corner));
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach ((string title, IReadOnlyList<string> cells) in rows)
        {
            table.AddRow([new Text(title), .. cells.Select(cell => new Text(cell))]);
        }

        return table;
    }
}
