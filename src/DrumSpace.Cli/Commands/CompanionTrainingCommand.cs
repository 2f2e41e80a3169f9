using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Data;
using DrumSpace.Training.Learning;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>Trains a companion model and adds it to a bundle: the common part of `train-groove`, `train-fill` and `train-melody`.</summary>
/// <typeparam name="TOptions">The training's options.</typeparam>
/// <typeparam name="TData">The training's data.</typeparam>
/// <typeparam name="TRun">The training.</typeparam>
/// <param name="companion">The companion, in one word.</param>
internal abstract class CompanionTrainingCommand<TOptions, TData, TRun>(string companion)
    where TOptions : CompanionOptions, new()
    where TRun : TrainingRun
{
    /// <summary>Makes the command.</summary>
    /// <param name="description">The command's description.</param>
    /// <param name="dataDescription">The description of its data.</param>
    protected Command Create(string description, string dataDescription)
    {
        TOptions defaults = new();
        Option<string> data = new("--data") { Description = dataDescription, HelpName = "FOLDER", Required = true };
        Option<string> bundle = CommandOptions.Bundle($"The bundle to add the {companion} to; its patterns stay the same.");
        Option<int> epochs = new("--epochs") { Description = "Passes over the data.", DefaultValueFactory = _ => defaults.Epochs };
        Option<long> seed = CommandOptions.Seed("models", defaults.Seed);
        OutputOption report = new(isFolder: true, "--report")
        {
            Description = $"A folder for the evaluation: {companion}.md and {companion}.json.", HelpName = "FOLDER",
        };
        Option<string> device = CommandOptions.Device();
        Option<bool> resume = new("--resume") { Description = $"Continue an interrupted run from BUNDLE.{companion}.checkpoint." };
        Command command = new($"train-{companion}", description)
        {
            data, CommandOptions.KitMap(), CommandOptions.DrumChannel(), bundle, epochs, seed, report, device, resume,
        };

        // On another thread: this one handles Ctrl+C.
        command.SetRun((arguments, cancel) => Task.Run(
            () => Run(
                defaults with { Epochs = arguments.GetValue(epochs), Seed = arguments.GetValue(seed) },
                arguments.GetRequiredValue(data),
                Path.TrimEndingDirectorySeparator(arguments.GetRequiredValue(bundle)),
                arguments.GetValue(report),
                arguments.GetRequiredValue(device),
                arguments.GetValue(resume),
                CommandOptions.Reading(arguments),
                arguments.InvocationConfiguration.Output,
                cancel),
            CancellationToken.None));
        return command;
    }

    /// <summary>Reads the data.</summary>
    protected abstract TData Read(string folder, CorpusReading reading);

    /// <summary>Starts the training.</summary>
    protected abstract TRun Begin(TOptions options, TData data);

    /// <summary>Evaluates the trained model, adds it to the bundle and prints the evaluation.</summary>
    /// <returns>The evaluation as Markdown and as JSON.</returns>
    protected abstract (string Markdown, string Json) Publish(string bundle, TRun run, TOptions options, TData data, TextWriter output);

    private void Run(
        TOptions options,
        string folder,
        string bundle,
        string? report,
        string device,
        bool resume,
        CorpusReading reading,
        TextWriter output,
        CancellationToken cancel)
    {
        // Bad options and bundles must fail before the minutes of training, not after.
        options.Validate();
        TrainingDevice.Use(device);
        ModelBundle.Load(bundle).Dispose();
        OutputTarget.CheckFolder(bundle);
        IAnsiConsole console = Terminal.On(output);
        TData data = console.Status().Start("Reading MIDI files", _ => Read(folder, reading));
        cancel.ThrowIfCancellationRequested();
        using TRun run = Begin(options, data);
        string checkpoint = $"{bundle}.{companion}.checkpoint";
        EpochProgress.Finish(run, checkpoint, resume, console, cancel);
        (string markdown, string json) = Publish(bundle, run, options, data, output);
        File.Delete(checkpoint);
        if (report is not null)
        {
            Directory.CreateDirectory(report);
            File.WriteAllText(Path.Combine(report, $"{companion}.md"), markdown);
            File.WriteAllText(Path.Combine(report, $"{companion}.json"), json);
        }

        console.MarkupLineInterpolated($"Added the {companion} to {bundle}.");
    }
}
