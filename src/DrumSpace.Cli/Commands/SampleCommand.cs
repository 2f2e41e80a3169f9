using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Sampling;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>
/// `drumspace sample`: beats drawn from a model, as tsv and MIDI files in the forms in which the paper's authors published theirs.
/// </summary>
internal static class SampleCommand
{
    private const int DefaultCount = 10_000;
    private const int MaxCount = 1_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var bundle = new Option<string>("--bundle") { Description = "The folder of a model bundle.", HelpName = "DIR", Required = true };
        var count = new Option<int>("--count")
        {
            Description = "How many beats to draw.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultCount,
        };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MaxCount)
            {
                result.AddError($"--count is a number from 1 to {MaxCount}.");
            }
        });
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal files.", DefaultValueFactory = _ => 1 };
        var filtered = new Option<bool>("--filtered") { Description = "Draw until N beats pass the filter, not N in all." };
        Option<double?> variation = VariationOption.Create();
        var data = new Option<string[]>("--data")
        {
            Description = "The MIDI folders that the model learnt from: the filter then also drops their patterns.",
            HelpName = "FOLDER",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "A new or empty folder to write to.",
            HelpName = "FOLDER",
            Required = true,
        };
        var command = new Command("sample", "Draw beats from a model and write them as tsv and MIDI files.")
        {
            bundle, count, seed, filtered, variation, data, output,
        };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(bundle),
            arguments.GetValue(count),
            (ulong)arguments.GetValue(seed),
            arguments.GetValue(filtered),
            arguments.GetValue(variation),
            arguments.GetValue(data) ?? [],
            arguments.GetRequiredValue(output),
            arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(
        string folder, int count, ulong seed, bool untilKept, double? variation, string[] data, string output, InvocationConfiguration console)
    {
        try
        {
            SampleFolder.CheckEmpty(output);
            using ModelBundle bundle = ModelBundle.Load(folder);
            using BundleCoder coder = new(bundle);
            Pattern[] training = data.Length == 0 ? [] : TrainingDataReader.Read(data).Training;
            LatentPrior prior = bundle.Manifest.Prior ?? TrainingPrior.Of(bundle.Manifest.Name, coder, training);
            IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
            SampleSet samples = progress.Progress().Start(context =>
            {
                ProgressTask drawing = context.AddTask("drawing", maxValue: count);
                ProgressTask writing = context.AddTask("MIDI files", autoStart: false);
                SampleSet drawn = SampleSet.Draw(
                    coder, prior, seed, count, untilKept, training.ToHashSet(), VariationOption.Of(variation, bundle), done => drawing.Value = done);
                writing.MaxValue = Math.Max(1, drawn.Filtered.Count);
                writing.StartTask();
                SampleFolder.Write(drawn, output, done => writing.Value = done);
                writing.Value = writing.MaxValue;
                return drawn;
            });
            string filter = training.Length == 0 ? "the entropy filter" : "the filter of entropy and novelty";
            double share = 100.0 * samples.Filtered.Count / samples.Raw.Count;
            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{samples.Raw.Count} beats drawn, {samples.Filtered.Count} kept by {filter} ({share:F2} %), written to {output}"));
            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException
            or DllNotFoundException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }
}
