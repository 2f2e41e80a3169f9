using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Learning;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>A command that trains a companion of the beats and puts it into their bundle: what `train-groove` and `train-melody` share.</summary>
/// <typeparam name="TOptions">The training's options.</typeparam>
/// <typeparam name="TData">What it learns from.</typeparam>
/// <typeparam name="TRun">The training.</typeparam>
/// <param name="companion">What it makes, in one word.</param>
internal abstract class CompanionTrainingCommand<TOptions, TData, TRun>(string companion)
    where TOptions : CompanionOptions, new()
    where TRun : ITrainingRun
{
    /// <summary>Makes the command.</summary>
    /// <param name="description">What it does.</param>
    /// <param name="dataDescription">What its data are.</param>
    protected Command Create(string description, string dataDescription)
    {
        var defaults = new TOptions();
        var data = new Option<DirectoryInfo>("--data") { Description = dataDescription, HelpName = "FOLDER", Required = true };
        var bundle = new Option<DirectoryInfo>("--bundle")
        {
            Description = $"The bundle that gets the {companion}; its beats stay as they are.", HelpName = "BUNDLE", Required = true,
        };
        var epochs = new Option<int>("--epochs") { Description = "How often to go through the data.", DefaultValueFactory = _ => defaults.Epochs };
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal models.", DefaultValueFactory = _ => defaults.Seed };
        var report = new Option<DirectoryInfo?>("--report")
        {
            Description = $"A folder for the measured table: {companion}.md and {companion}.json.",
        };
        var resume = new Option<bool>("--resume") { Description = $"Go on from BUNDLE.{companion}.checkpoint, which an interrupted run leaves." };
        var command = new Command($"train-{companion}", description) { data, bundle, epochs, seed, report, resume };
        // On a thread of its own, so that Ctrl+C finds this thread free to pass it on.
        command.SetAction((arguments, cancel) => Task.Run(
            () => Run(
                defaults with { Epochs = arguments.GetValue(epochs), Seed = arguments.GetValue(seed) },
                arguments.GetValue(data)!.ToString(),
                Path.TrimEndingDirectorySeparator(arguments.GetValue(bundle)!.ToString()),
                arguments.GetValue(report)?.ToString(),
                arguments.GetValue(resume),
                cancel),
            CancellationToken.None));
        return command;
    }

    /// <summary>Reads the data.</summary>
    protected abstract TData Read(string folder);

    /// <summary>Begins the training.</summary>
    protected abstract TRun Begin(TOptions options, TData data);

    /// <summary>Measures what was trained, puts it into the bundle and shows the figures.</summary>
    /// <returns>The figures as Markdown and as JSON.</returns>
    protected abstract (string Markdown, string Json) Publish(string bundle, TRun run, TOptions options, TData data);

    private int Run(TOptions options, string folder, string bundle, string? report, bool resume, CancellationToken cancel)
    {
        try
        {
            // What can fail is tried before the minutes of training, not after them.
            options.Validate();
            ModelBundle.Load(bundle).Dispose();
            TData data = AnsiConsole.Status().Start("Reading MIDI files", _ => Read(folder));
            cancel.ThrowIfCancellationRequested();
            using TRun run = Begin(options, data);
            string checkpoint = $"{bundle}.{companion}.checkpoint";
            if (!EpochProgress.Finish(run, checkpoint, resume, cancel))
            {
                return EpochProgress.Interrupted;
            }

            (string markdown, string json) = Publish(bundle, run, options, data);
            File.Delete(checkpoint);
            if (report is not null)
            {
                Directory.CreateDirectory(report);
                File.WriteAllText(Path.Combine(report, $"{companion}.md"), markdown);
                File.WriteAllText(Path.Combine(report, $"{companion}.json"), json);
            }

            AnsiConsole.MarkupLineInterpolated($"Put the {companion} into {bundle}.");
            return 0;
        }
        catch (OperationCanceledException)
        {
            return EpochProgress.Interrupted;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"drumspace train-{companion}: {error.Message}");
            return 1;
        }
    }
}
