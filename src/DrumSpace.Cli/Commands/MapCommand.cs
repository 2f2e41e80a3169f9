using System.CommandLine;
using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Map;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace map`: encoded patterns laid out in the plane, measured, stored in the bundle and drawn.</summary>
internal static class MapCommand
{
    private const int DefaultPoints = 10_000;
    private const int MaxPoints = 100_000;
    private static readonly TsneOptions Options = new();

    // t-SNE looks at three times the perplexity of neighbours, and needs more points than that.
    private static readonly int FewestPoints = (int)(MapLayout.NeighboursPerPerplexity * Options.Perplexity) + 1;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var bundle = new Option<string>("--bundle")
        {
            Description = "The bundle that the map is for and is written into.",
            HelpName = "DIR",
            Required = true,
        };
        var data = new Option<string[]>("--data")
        {
            Description = "MIDI folders whose patterns are encoded. Genres are Groove's styles, and elsewhere the names of folders.",
            HelpName = "FOLDER",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var points = new Option<int>("--points")
        {
            Description = "How many patterns, chosen at random.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPoints,
        };
        points.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (result.GetValueOrDefault<int>() < FewestPoints || result.GetValueOrDefault<int>() > MaxPoints))
            {
                result.AddError($"--points is a number from {FewestPoints} to {MaxPoints}.");
            }
        });
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal maps.", DefaultValueFactory = _ => 1 };
        var svg = new Option<string?>("--svg") { Description = "Also draw the map into this file.", HelpName = "FILE" };
        var command = new Command("map", "Lay a model's beats out in the plane by t-SNE and store the map in its bundle.")
        {
            bundle, data, points, seed, svg,
        };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(bundle),
            arguments.GetRequiredValue(data),
            arguments.GetValue(points),
            arguments.GetValue(seed),
            arguments.GetValue(svg),
            arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string[] data, int count, long seed, string? svg, InvocationConfiguration console)
    {
        try
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
            (PatternMap map, IReadOnlyList<MapMeasures> measures) =
                progress.Progress().Start(context => Make(bundle, data, count, seed, context));
            MapPublisher.Publish(folder, map, seed, measures);
            if (svg != null)
            {
                File.WriteAllText(svg, MapPlot.ToSvg(bundle.Manifest.Name, map), new UTF8Encoding(false));
            }

            Show(measures, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Output) }));
            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Wrote {map.Points.Length} points of {map.Genres.Count} genres to {Path.Combine(folder, BundleFile.Map)}."));
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException
            or ArgumentException or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static (PatternMap Map, IReadOnlyList<MapMeasures> Measures) Make(
        ModelBundle bundle, string[] data, int count, long seed, ProgressContext context)
    {
        ProgressTask reading = context.AddTask("reading MIDI files").IsIndeterminate();
        ProgressTask layout = context.AddTask("t-SNE", autoStart: false, maxValue: Options.Iterations);
        ProgressTask measuring = context.AddTask("measuring", autoStart: false, maxValue: 1);
        GenrePatterns beats = GenrePatterns.Read(data, count, (ulong)seed);
        if (beats.Patterns.Length < FewestPoints)
        {
            throw new TrainingException(
                $"{string.Join(", ", data)}: {beats.Patterns.Length} unique patterns, and a map needs {FewestPoints}");
        }

        using BundleCoder coder = new(bundle);
        Latent[] latents = Array.ConvertAll(beats.Patterns, pattern => coder.Encode(pattern));
        reading.IsIndeterminate(false).Value = reading.MaxValue;
        layout.StartTask();
        (double[] x, double[] y) = MapLayout.Compute(latents, (ulong)seed, Options, done => layout.Value = done);
        measuring.IsIndeterminate().StartTask();
        PatternMap map = MapLayout.ToMap(x, y, latents, beats.Labels, beats.Genres);
        IReadOnlyList<MapMeasures> measures = MapMeasures.Measure(map, beats);
        measuring.IsIndeterminate(false).Value = 1;
        return (map, measures);
    }

    private static void Show(IReadOnlyList<MapMeasures> measures, IAnsiConsole console)
    {
        Table table = new Table().AddColumns(
            new TableColumn(""),
            Right("true to\nlatents"),
            Right("true to\npatterns"),
            Right("same\ngenre"),
            Right("same genre,\nother files"));
        foreach (MapMeasures row in measures)
        {
            table.AddRow(
                row.Name, Number(row.OfLatents), Number(row.OfPatterns), Share(row.Genres.Accuracy), Share(row.GenresOfOtherFiles.Accuracy));
        }

        table.AddRow("by chance", "", "", Share(measures[0].Genres.Chance), Share(measures[0].GenresOfOtherFiles.Chance));
        console.Write(table);
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string Share(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
