using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-melody`: songs in, a melody that follows the beat for a bundle out.</summary>
internal static class TrainMelodyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var defaults = new MelodyOptions();
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "A folder of songs with drums. A tenth of the files is held out, as for the beats.", HelpName = "FOLDER", Required = true,
        };
        var bundle = new Option<DirectoryInfo>("--bundle")
        {
            Description = "The bundle that gets the melody; its beats stay as they are.", HelpName = "BUNDLE", Required = true,
        };
        var epochs = new Option<int>("--epochs") { Description = "How often to go through the data.", DefaultValueFactory = _ => defaults.Epochs };
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal models.", DefaultValueFactory = _ => defaults.Seed };
        var report = new Option<DirectoryInfo?>("--report") { Description = "A folder for the measured table: melody.md and melody.json." };
        var command = new Command("train-melody", "Train melodies that follow the drums on songs and put them into a bundle.")
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

    private static int Run(MelodyOptions options, string folder, string bundle, string? report)
    {
        try
        {
            // What can fail is tried before the minutes of training, not after them.
            options.Validate();
            ModelBundle.Load(bundle).Dispose();
            MelodyData data = AnsiConsole.Status().Start("Reading MIDI files", _ => MelodyData.Read(folder));
            using var trainer = new MelodyTrainer(options, data.Training);
            EpochProgress.Show(options.Epochs, trainer.RunEpoch);
            MelodyEvaluation evaluation = AnsiConsole.Status().Start(
                "Measuring", _ => MelodyEvaluation.Measure(trainer.Model, data.HeldOut, data.HeldOutSongs, options.Seed));
            MelodyPublisher.Publish(bundle, trainer, options, data, evaluation);
            if (report is not null)
            {
                Directory.CreateDirectory(report);
                File.WriteAllText(Path.Combine(report, "melody.md"), evaluation.ToMarkdown());
                File.WriteAllText(Path.Combine(report, "melody.json"), evaluation.ToJson());
            }

            Console.WriteLine(evaluation.ToMarkdown());
            AnsiConsole.MarkupLineInterpolated($"Put the melody into {bundle}.");
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"drumspace train-melody: {error.Message}");
            return 1;
        }
    }
}
