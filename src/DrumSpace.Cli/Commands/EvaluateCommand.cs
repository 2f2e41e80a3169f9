using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Evaluation.Report;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace evaluate`: models, files of samples and real patterns, measured alike and shown in one table.</summary>
internal static class EvaluateCommand
{
    private const int DefaultCount = 10_000;
    private const int MaxCount = 1_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var bundles = new Option<string[]>("--bundle")
        {
            Description = "Folders of model bundles.", HelpName = "DIR", AllowMultipleArgumentsPerToken = true,
        };
        var samples = new Option<string[]>("--samples")
        {
            Description = "Files of patterns in the paper's tsv format.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
        };
        var data = new Option<string[]>("--data")
        {
            Description = "Folders of MIDI files, split by file as in training: what novelty, coverage, precision, recall and the rest are measured against.",
            HelpName = "FOLDER",
            AllowMultipleArgumentsPerToken = true,
        };
        var real = new Option<int>("--real") { Description = "Also measure N patterns of the training set.", HelpName = "N" };
        var count = new Option<int>("--count") { Description = "Samples to draw from each model.", HelpName = "N", DefaultValueFactory = _ => DefaultCount };
        Option<double?> variation = VariationOption.Create();
        var seed = new Option<long>("--seed") { Description = "Equal seeds give equal figures.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of the table." };
        var output = new Option<string?>("--output", "-o") { Description = "Write report.md, report.json and plots here.", HelpName = "FOLDER" };
        foreach (Option<int> number in (Option<int>[])[real, count])
        {
            number.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MaxCount)
                {
                    result.AddError($"{number.Name} is a number from 1 to {MaxCount}.");
                }
            });
        }

        var command = new Command("evaluate", "Measure models of beats, beside published samples and real patterns.")
        {
            bundles, samples, data, real, count, variation, seed, json, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(bundles) is not { Length: > 0 } && result.GetValue(samples) is not { Length: > 0 } && result.GetValue(real) == 0)
            {
                result.AddError("There is nothing to measure: name a --bundle, a file of --samples, or --real patterns.");
            }

            if (result.GetValue(real) > 0 && result.GetValue(data) is not { Length: > 0 })
            {
                result.AddError("--real takes its patterns from --data, which is missing.");
            }
        });
        command.SetAction(arguments => Run(
            arguments.GetValue(bundles) ?? [],
            arguments.GetValue(samples) ?? [],
            arguments.GetValue(data) ?? [],
            arguments.GetValue(real),
            arguments.GetValue(count),
            arguments.GetValue(variation),
            (ulong)arguments.GetValue(seed),
            arguments.GetValue(json),
            arguments.GetValue(output),
            arguments.InvocationConfiguration));
        return command;
    }

    private static int Run(
        string[] bundles,
        string[] samples,
        string[] data,
        int real,
        int count,
        double? variation,
        ulong seed,
        bool json,
        string? output,
        InvocationConfiguration console)
    {
        try
        {
            // Progress goes to the error stream: with --json, the output is JSON alone.
            IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
            EvaluationReport report = progress.Status().Start("Reading", status =>
                Measure(bundles, samples, data, real, count, variation, seed, what => status.Status(Markup.Escape(what))));
            if (output != null)
            {
                IReadOnlyList<string> files = report.Write(output);
                progress.MarkupLineInterpolated($"Wrote {string.Join(", ", files)} to {output}.");
            }

            if (json)
            {
                console.Output.Write(report.ToJson());
            }
            else
            {
                Show(report, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Output) }));
            }

            return 0;
        }
        catch (Exception error) when (error is TrainingException or BundleException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"drumspace evaluate: {error.Message}");
            return 1;
        }
    }

    private static EvaluationReport Measure(
        string[] bundles, string[] samples, string[] data, int real, int count, double? variation, ulong seed, Action<string> tell)
    {
        // Every file is read before anything is measured: a wrong name shows at once.
        (string Path, Pattern[] Patterns)[] files = [.. samples.Select(path => (path, SampleFile.Read(path)))];
        TrainingData? patterns = data.Length == 0 ? null : TrainingDataReader.Read(data);
        Pattern[] training = patterns?.Training ?? [], heldOut = patterns?.HeldOut ?? [];
        var evaluator = new Evaluator(training, heldOut, seed);
        var names = new UniqueNames();
        List<PatternEvaluation> evaluations = [];
        foreach (string folder in bundles)
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            tell($"Measuring {bundle.Manifest.Name}");
            using var coder = new BundleCoder(bundle);
            double amount = VariationOption.Of(variation, bundle);
            string name = bundle.Manifest.Name + (amount > 0 ? string.Create(CultureInfo.InvariantCulture, $", variation {amount}") : "");
            evaluations.Add(evaluator.Evaluate(names.Next(name), coder, bundle.Manifest.Prior, count, amount) with { Losses = LossSeries.Read(folder) });
        }

        foreach ((string path, Pattern[] found) in files)
        {
            tell($"Measuring {path}");
            evaluations.Add(evaluator.Evaluate(names.Next(Path.GetFileNameWithoutExtension(path)), found));
        }

        if (real > 0)
        {
            tell("Measuring real patterns");
            if (real > training.Length)
            {
                throw new TrainingException($"--real {real}: the data has only {training.Length} patterns to learn from");
            }

            Pattern[] chosen = [.. training];
            new SeededRandom(seed).Shuffle<Pattern>(chosen);
            evaluations.Add(evaluator.Evaluate(names.Next("real patterns"), chosen[..real]));
        }

        return new EvaluationReport(evaluator.Setting, evaluations);
    }

    private static void Show(EvaluationReport report, IAnsiConsole console)
    {
        var table = new Table().AddColumn("");
        foreach (PatternEvaluation evaluation in report.Evaluations)
        {
            table.AddColumn(new TableColumn(Markup.Escape(evaluation.Name)).RightAligned());
        }

        foreach (Measure row in report.Rows)
        {
            table.AddRow([new Text(row.Title), .. report.Evaluations.Select(evaluation => new Text(row.Text(evaluation)))]);
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{report.Setting.TrainingPatterns:N0} patterns of training, {report.Setting.HeldOutPatterns:N0} held out, seed {report.Setting.Seed}.");
    }

    /// <summary>Tells apart what has the same name by a number.</summary>
    private sealed class UniqueNames
    {
        private readonly HashSet<string> _taken = [];

        public string Next(string name)
        {
            string unique = name;
            for (int number = 2; !_taken.Add(unique); number++)
            {
                unique = $"{name} ({number})";
            }

            return unique;
        }
    }
}
