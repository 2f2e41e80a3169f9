using System.CommandLine;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train`: trains a model on MIDI folders and writes it as a bundle.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        TrainingOptions defaults = new();
        Option<string[]> data = CommandOptions.Data(
            "Folders of MIDI files. Groove's own split is kept; of other folders 80 % of the files are learnt from, 10 % validate, and 10 % stay for the test.");
        data.Required = true;
        Option<string> model = new("--model") { Description = "The kind of model.", DefaultValueFactory = _ => defaults.Kind };
        model.AcceptOnlyFromAmong([.. ModelKinds.Names]);
        Option<int?> epochs = new("--epochs") { Description = "Passes over the data; the default depends on the kind of model." };
        Option<long> seed = CommandOptions.Seed("models", defaults.Seed);
        Option<FileInfo?> options = new("--options")
        {
            Description = "A JSON file of the training's hyper-parameters; --epochs and --seed go before its own.", HelpName = "FILE",
        };
        Option<string> name = new("--name") { Description = "The model's name in the plugin.", DefaultValueFactory = _ => "My beats" };
        Option<FileInfo?> credits = new("--credits")
        {
            Description = "A Markdown file for the model card: the data's licences and authors.",
        };
        OutputOption output = new(isFolder: true, "--output", "-o")
        {
            Description = "The bundle's folder.", HelpName = "BUNDLE", DefaultValueFactory = _ => "out/model",
        };
        Option<string> device = CommandOptions.Device();
        Option<bool> resume = new("--resume") { Description = "Continue an interrupted run from BUNDLE.checkpoint." };
        Command command = new("train", "Train a model on MIDI folders and write it as a bundle.")
        {
            data, CommandOptions.KitMap(), CommandOptions.DrumChannel(), model, epochs, seed, options, name, credits, output, device, resume,
        };

        // On another thread: this one handles Ctrl+C.
        command.SetRun((arguments, cancel) => Task.Run(
            () => Run(
                Options(
                    arguments.GetRequiredValue(model),
                    arguments.GetValue(options),
                    arguments.GetValue(epochs),
                    arguments.GetResult(seed) is { Implicit: false } ? arguments.GetValue(seed) : null),
                arguments.GetRequiredValue(data),
                arguments.GetRequiredValue(name),
                arguments.GetValue(credits),
                Path.TrimEndingDirectorySeparator(arguments.GetRequiredValue(output)!),
                arguments.GetRequiredValue(device),
                arguments.GetValue(resume),
                CommandOptions.Reading(arguments),
                Terminal.On(arguments.InvocationConfiguration.Output),
                cancel),
            CancellationToken.None));
        return command;
    }

    private static TrainingOptions Options(string kind, FileInfo? file, int? epochs, long? seed)
    {
        TrainingOptions options = TrainingOptions.Parse(
            file == null ? "{}" : CommandOptions.ReadText(file.FullName), kind, file?.FullName ?? "the defaults");
        return options with { Epochs = epochs ?? options.Epochs, Seed = seed ?? options.Seed };
    }

    private static void Run(
        TrainingOptions options,
        string[] folders,
        string name,
        FileInfo? credits,
        string output,
        string device,
        bool resume,
        CorpusReading reading,
        IAnsiConsole console,
        CancellationToken cancel)
    {
        // Bad options and folders must fail before the minutes of training, not after.
        options.Validate();
        TrainingDevice.Use(device);
        string? creditText = credits == null ? null : CommandOptions.ReadText(credits.FullName);
        TrainingData data = console.Status().Start("Reading MIDI files", _ => TrainingDataReader.Read(folders, reading, cancel));
        Show(data, console);
        Directory.CreateDirectory(output);
        using Trainer trainer = new(options, data.Training, data.TrainingFiles);
        string checkpoint = output + ".checkpoint";
        EpochProgress.Finish(trainer, checkpoint, resume, console, cancel);
        PublishedModel published = ModelPublisher.Publish(output, name, trainer, options, data, creditText);
        Show(published, console);
        console.MarkupLineInterpolated($"Wrote [bold]{published.Name}[/] to {output}.");
        File.Delete(checkpoint);
    }

    private static void Show(TrainingData data, IAnsiConsole console)
    {
        Table table = Terminal.Table("folder", ["learnt from", "held out", "refused"]);
        foreach (DataFolder folder in data.Folders)
        {
            table.AddTextRow(folder.Path, Count(folder.TrainingFiles), Count(folder.HeldOutFiles), Count(folder.RefusedFiles));
        }

        console.Write(table.AddTextRow("unique patterns", Count(data.Training.Length), Count(data.HeldOut.Length), ""));
    }

    private static void Show(PublishedModel published, IAnsiConsole console)
    {
        Table table = Terminal.Table("reconstruction", ["patterns", "cell accuracy", "F1 of hits", "exact patterns"]);
        foreach ((string title, Reconstruction measured) in new[] { ("learnt from", published.Training), ("held out", published.HeldOut) })
        {
            double[] shares = [measured.BitAccuracy, measured.F1, measured.Exact];
            table.AddTextRow([title, Count(measured.Patterns), .. shares.Select(share => Terminal.Percent(share, "F2"))]);
        }

        console.Write(table);
    }

    private static string Count(int count) => Terminal.Number(count, "N0");
}
