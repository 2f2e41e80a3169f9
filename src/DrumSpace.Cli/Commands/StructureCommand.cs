using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Data;
using DrumSpace.Training.Structure;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace structure`: measures the large-scale repetition of songs: files, corpora and a model's songs in one table.</summary>
internal static class StructureCommand
{
    private const int DefaultCount = 50, MaxCount = 10_000, MaxFileColumns = 6;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> files = new("FILES")
        {
            Description = $"MIDI files of songs: up to {MaxFileColumns} have a column each, more have one together.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string[]> corpora = new("--corpus")
        {
            Description = "Folders of songs; only those held out in training, unless --all.",
            HelpName = "FOLDER",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<bool> all = new("--all") { Description = "All songs of the corpus, not only those held out." };
        Option<string?> bundle = new("--bundle")
        {
            Description = "Also compose songs with this model, and as many without a form.", HelpName = "DIR",
        };
        Option<int> count = CommandOptions.Count("--songs", "The number of songs to compose.", DefaultCount, MaxCount);
        Option<long> seed = CommandOptions.Seed("results");
        ReportOptions print = new("structure.md, structure.json and plots");
        Command command = new("structure", "Measure and plot the large-scale self-similarity of songs.")
        {
            files, corpora, all, CommandOptions.KitMap(), CommandOptions.DrumChannel(), bundle, count, seed, print.Json, print.Output,
        };
        command.Validators.Add(result =>
        {
            bool hasFiles = result.GetValue(files) is { Length: > 0 } || result.GetValue(corpora) is { Length: > 0 };
            if (!hasFiles && result.GetValue(bundle) is null)
            {
                result.AddError("There is nothing to measure: name files, a --corpus, or a --bundle to compose songs with.");
            }
        });
        command.SetRun(arguments =>
        {
            SongGroup[] groups = Terminal.On(arguments.InvocationConfiguration.Error).Status().Start("Reading", status => Groups(
                arguments.GetValue(files) ?? [],
                arguments.GetValue(corpora) ?? [],
                arguments.GetValue(all),
                arguments.GetValue(bundle),
                arguments.GetValue(count),
                (ulong)arguments.GetValue(seed),
                CommandOptions.Reading(arguments),
                what => status.Status(Markup.Escape(what))).ToArray());
            StructureReport report = new(groups);
            print.Print(arguments, report.Write, report.ToJson, console => Show(report, console));
        });
        return command;
    }

    // The corpus first: it is the reference of the other groups.
    private static IEnumerable<SongGroup> Groups(
        string[] files,
        string[] corpora,
        bool all,
        string? bundle,
        int count,
        ulong seed,
        CorpusReading reading,
        Action<string> report)
    {
        if (corpora.Length > 0)
        {
            MeasuredSong[] songs = [.. corpora.SelectMany(folder => SongCorpus.Read(folder, all, reading))];
            yield return new SongGroup(all ? "corpus" : "corpus, held out", songs);
            yield return new SongGroup("the same, bars shuffled", [.. songs.Select((song, i) => song.Shuffled(seed + (ulong)i))]);
        }

        MeasuredSong[] read = [.. files.Select(file => SongCorpus.ReadFile(file, reading.Kit))];
        IEnumerable<SongGroup> ofFiles =
            read.Length > MaxFileColumns ? [new("files", read)] : read.Select(song => new SongGroup(song.Name, [song]));
        foreach (SongGroup group in ofFiles)
        {
            yield return group;
        }

        if (bundle != null)
        {
            using ModelBundle model = ModelBundle.Load(bundle);
            (IReadOnlyList<MeasuredSong> planned, IReadOnlyList<MeasuredSong> unplanned) =
                SongTrial.Make(model, count, seed, done => report($"Composing songs: {done} of {count}"));
            yield return new SongGroup("drumspace song", planned);
            yield return new SongGroup("without a plan", unplanned);
        }
    }

    private static void Show(StructureReport report, IAnsiConsole console)
    {
        Write("median [quartiles]", report.Groups.Select(group => group.Title), report.Figures);
        if (report.HasSeparations)
        {
            console.MarkupLineInterpolated(
                $"The chance of a higher value than a song of: {report.Groups[0].Name} (0.50: indistinguishable, 0 and 1: distinct)");
            Write("", report.Groups.Skip(1).Select(group => group.Name), report.Separations);
        }

        void Write(string corner, IEnumerable<string> columns, IEnumerable<(string Title, IReadOnlyList<string> Cells)> rows)
        {
            Table table = Terminal.Table(corner, columns);
            foreach ((string title, IReadOnlyList<string> cells) in rows)
            {
                table.AddTextRow([title, .. cells]);
            }

            console.Write(table);
        }
    }
}
