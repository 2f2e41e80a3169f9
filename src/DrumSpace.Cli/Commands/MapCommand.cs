using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Map;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace map`: makes a map of encoded patterns in the plane, evaluates it, stores it in the bundle and draws it.</summary>
internal static class MapCommand
{
    private const int DefaultPoints = 10_000;
    private const int MaxPoints = 100_000;

    // A third of what Find Beat tries. On 282 held-out patterns of a trial of the flagship F1 was 0.772; with all tries, 0.784.
    private const int Tries = 200;
    private static readonly TsneOptions Options = new();

    // t-SNE needs more points than the neighbours it looks at: three times the perplexity.
    private static readonly int MinPoints = (int)(MapLayout.NeighboursPerPerplexity * Options.Perplexity) + 1;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> bundle = CommandOptions.Bundle("The bundle to make the map for; it is stored there.");
        Option<string[]> data = CommandOptions.Data(
            "MIDI folders whose patterns are encoded. Genres are Groove's styles, and elsewhere the names of folders.");
        data.Required = true;
        Option<int> points = new Option<int>("--points")
        {
            Description = "The number of patterns, chosen at random.", HelpName = "N", DefaultValueFactory = _ => DefaultPoints,
        }.WithRange(MinPoints, MaxPoints);
        Option<long> seed = CommandOptions.Seed("maps");
        OutputOption svg = new(isFolder: false, "--svg") { Description = "Also draw the map into this file.", HelpName = "FILE" };
        Command command = new("map", "Make a map of a model's patterns by t-SNE and store it in its bundle.")
        {
            bundle, data, CommandOptions.KitMap(), CommandOptions.DrumChannel(), points, seed, svg,
        };
        command.SetRun(arguments => Run(
            arguments.GetRequiredValue(bundle),
            arguments.GetRequiredValue(data),
            arguments.GetValue(points),
            arguments.GetValue(seed),
            arguments.GetValue(svg),
            CommandOptions.Reading(arguments),
            arguments.InvocationConfiguration));
        return command;
    }

    private static void Run(
        string folder, string[] data, int count, long seed, string? svg, CorpusReading corpus, InvocationConfiguration streams)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        OutputTarget.CheckFolder(folder);
        (PatternMap map, IReadOnlyList<MapMeasures> measures) =
            Terminal.On(streams.Error).Progress().Start(context => Make(bundle, data, count, seed, corpus, context));
        MapPublisher.Publish(folder, map, seed, measures);
        if (svg != null)
        {
            File.WriteAllText(svg, MapPlot.ToSvg(bundle.Manifest.Name, map));
        }

        Show(measures, Terminal.On(streams.Output));
        string file = Path.Combine(folder, BundleFile.Map);
        streams.Output.WriteLine($"Wrote {map.Points.Length} points of {map.Genres.Count} genres to {file}.");
    }

    private static (PatternMap Map, IReadOnlyList<MapMeasures> Measures) Make(
        ModelBundle bundle, string[] data, int count, long seed, CorpusReading corpus, ProgressContext context)
    {
        ProgressTask reading = context.AddTask("reading MIDI files").IsIndeterminate();
        ProgressTask finding = context.AddTask("finding latents", maxValue: 1);
        ProgressTask layout = context.AddTask("t-SNE", autoStart: false, maxValue: Options.Iterations);
        ProgressTask measuring = context.AddTask("measuring", autoStart: false, maxValue: 1);
        GenrePatterns patterns = GenrePatterns.Read(data, count, (ulong)seed, corpus);
        if (patterns.Patterns.Length < MinPoints)
        {
            throw new TrainingException(
                $"{string.Join(", ", data)}: {patterns.Patterns.Length} unique patterns, and a map needs {MinPoints}");
        }

        reading.IsIndeterminate(false).Value = reading.MaxValue;
        using BundleCoder coder = new(bundle);
        Latent[] latents = coder.Find(patterns.Patterns, Tries, done => finding.Value = done);
        layout.StartTask();
        (double[] x, double[] y) = MapLayout.Compute(latents, (ulong)seed, Options, done => layout.Value = done);
        measuring.IsIndeterminate().StartTask();
        PatternMap map = MapLayout.ToMap(x, y, latents, patterns.Labels, patterns.Genres);
        IReadOnlyList<MapMeasures> measures = MapMeasures.Measure(map, patterns);
        measuring.IsIndeterminate(false).Value = 1;
        return (map, measures);
    }

    private static void Show(IReadOnlyList<MapMeasures> measures, IAnsiConsole console)
    {
        Table table = Terminal.Table("", ["true to\nlatents", "true to\npatterns", "same\ngenre", "same genre,\nother files"]);
        foreach (MapMeasures row in measures)
        {
            table.AddTextRow(
                row.Name,
                Terminal.Number(row.OfLatents, "F4"),
                Terminal.Number(row.OfPatterns, "F4"),
                Terminal.Percent(row.Genres.Accuracy, "F1"),
                Terminal.Percent(row.GenresOfOtherFiles.Accuracy, "F1"));
        }

        MapMeasures first = measures[0];
        table.AddTextRow(
            "by chance", "", "", Terminal.Percent(first.Genres.Chance, "F1"), Terminal.Percent(first.GenresOfOtherFiles.Chance, "F1"));
        console.Write(table);
    }
}
