using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-groove`: human drumming in, velocity and timing for a bundle out.</summary>
internal static class TrainGrooveCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var defaults = new GrooveOptions();
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The Groove MIDI Dataset, or a folder of other drum performances.", HelpName = "FOLDER", Required = true,
        };
        var bundle = new Option<DirectoryInfo>("--bundle")
        {
            Description = "The bundle that gets the groove; its beats stay as they are.", HelpName = "BUNDLE", Required = true,
        };
        var epochs = new Option<int>("--epochs") { Description = "How often to go through the data.", DefaultValueFactory = _ => defaults.Epochs };
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal models.", DefaultValueFactory = _ => defaults.Seed };
        var report = new Option<DirectoryInfo?>("--report") { Description = "A folder for the measured table: groove.md and groove.json." };
        var command = new Command("train-groove", "Train velocity and micro-timing on human drumming and put them into a bundle.")
        {
            data, bundle, epochs, seed, report,
        };
        command.SetAction(arguments => Run(
            defaults with { Epochs = arguments.GetValue(epochs), Seed = arguments.GetValue(seed) },
            arguments.GetValue(data)!.ToString(),
            arguments.GetValue(bundle)!.ToString(),
            arguments.GetValue(report)?.ToString()));
        return command;
    }

    private static int Run(GrooveOptions options, string folder, string bundle, string? report)
    {
        try
        {
            // What can fail is tried before the minutes of training, not after them.
            options.Validate();
            ModelBundle.Load(bundle).Dispose();
            GrooveData data = AnsiConsole.Status().Start("Reading MIDI files", _ => GrooveData.Read(folder));
            using var trainer = new GrooveTrainer(options, data.Training);
            EpochProgress.Show(options.Epochs, trainer.RunEpoch);
            IReadOnlyList<GrooveScore> scores = GrooveEvaluation.Measure(trainer.Model, data);
            GroovePublisher.Publish(bundle, trainer, options, data, scores);
            if (report is not null)
            {
                Directory.CreateDirectory(report);
                File.WriteAllText(Path.Combine(report, "groove.md"), GrooveReport.ToMarkdown(scores));
                File.WriteAllText(Path.Combine(report, "groove.json"), GrooveReport.ToJson(scores));
            }

            Show(scores);
            AnsiConsole.MarkupLineInterpolated($"Put the groove into {bundle}.");
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"drumspace train-groove: {error.Message}");
            return 1;
        }
    }

    private static void Show(IReadOnlyList<GrooveScore> scores)
    {
        var table = new Table().AddColumns("way of playing", "velocity error", "correlation", "offset error, steps", "correlation");
        static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
        foreach (GrooveScore score in scores)
        {
            table.AddRow(
                score.Name, Number(score.VelocityError), Number(score.VelocityCorrelation), Number(score.OffsetError), Number(score.OffsetCorrelation));
        }

        AnsiConsole.Write(table);
    }
}
