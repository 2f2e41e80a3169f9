using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train`: MIDI folders in, a model bundle out.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var defaults = new TrainingOptions();
        var data = new Option<DirectoryInfo[]>("--data")
        {
            Description = "Folders of MIDI files. Groove's own split is kept; of other folders a tenth of the files is held out.",
            HelpName = "FOLDER",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var model = new Option<string>("--model") { Description = "The kind of model.", DefaultValueFactory = _ => defaults.Kind };
        model.AcceptOnlyFromAmong([.. ModelKinds.Names]);
        var epochs = new Option<int?>("--epochs") { Description = "How often to go through the data; by default as often as the kind of model is worth." };
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal models.", DefaultValueFactory = _ => defaults.Seed };
        var name = new Option<string>("--name") { Description = "The model's name, as a musician sees it.", DefaultValueFactory = _ => "My beats" };
        var credits = new Option<FileInfo?>("--credits") { Description = "A Markdown file for the model card: the data's licences and authors." };
        var output = new Option<string>("--output", "-o") { Description = "The bundle's folder.", HelpName = "BUNDLE", DefaultValueFactory = _ => "out/model" };
        var resume = new Option<bool>("--resume") { Description = "Go on from BUNDLE.checkpoint, which an interrupted run leaves." };
        var command = new Command("train", "Train a model on MIDI folders and write it as a bundle.")
        {
            data, model, epochs, seed, name, credits, output, resume,
        };
        // On a thread of its own, so that Ctrl+C finds this thread free to pass it on.
        command.SetAction((arguments, cancel) => Task.Run(
            () => Run(
                new TrainingOptions
                {
                    Kind = arguments.GetValue(model)!,
                    Epochs = arguments.GetValue(epochs) ?? ModelKinds.Epochs(arguments.GetValue(model)!),
                    Seed = arguments.GetValue(seed),
                },
                [.. arguments.GetValue(data)!.Select(folder => folder.ToString())],
                arguments.GetValue(name)!,
                arguments.GetValue(credits),
                Path.TrimEndingDirectorySeparator(arguments.GetValue(output)!),
                arguments.GetValue(resume),
                cancel),
            CancellationToken.None));
        return command;
    }

    private static int Run(
        TrainingOptions options, string[] folders, string name, FileInfo? credits, string output, bool resume, CancellationToken cancel)
    {
        try
        {
            // What can fail is tried before the minutes of training, not after them.
            options.Validate();
            string? creditText = credits == null ? null : File.ReadAllText(credits.FullName);
            Directory.CreateDirectory(output);
            TrainingData patterns = Read(folders, cancel);
            using var trainer = new Trainer(options, patterns.Training, patterns.TrainingFiles);
            string checkpoint = output + ".checkpoint";
            if (!EpochProgress.Finish(trainer, checkpoint, resume, cancel))
            {
                return EpochProgress.Interrupted;
            }

            Show(ModelPublisher.Publish(output, name, trainer, options, patterns, creditText), output);
            File.Delete(checkpoint);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return EpochProgress.Interrupted;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"drumspace train: {error.Message}");
            return 1;
        }
    }

    private static TrainingData Read(string[] folders, CancellationToken cancel)
    {
        TrainingData data = AnsiConsole.Status().Start("Reading MIDI files", _ => TrainingDataReader.Read(folders, cancel));
        var table = new Table().AddColumns("folder", "learnt from", "held out", "refused");
        foreach (DataFolder folder in data.Folders)
        {
            table.AddRow(new Text(folder.Path), Number(folder.TrainingFiles), Number(folder.HeldOutFiles), Number(folder.RefusedFiles));
        }

        AnsiConsole.Write(table.AddRow(new Text("unique patterns"), Number(data.Training.Length), Number(data.HeldOut.Length), new Text("")));
        return data;
    }

    private static void Show(PublishedModel published, string output)
    {
        var table = new Table().AddColumns("saying again", "patterns", "cells right", "F1 of hits", "whole patterns right");
        AddRow("learnt from", published.Training);
        AddRow("held out", published.HeldOut);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"Wrote [bold]{published.Name}[/] to {output}.");

        void AddRow(string what, Reconstruction measured) => table.AddRow(
            new Text(what), Number(measured.Patterns), Share(measured.BitAccuracy), Share(measured.F1), Share(measured.Exact));
    }

    private static Text Number(int number) => new(number.ToString("N0", CultureInfo.InvariantCulture));

    private static Text Share(double share) => new((100 * share).ToString("F2", CultureInfo.InvariantCulture) + " %");
}
