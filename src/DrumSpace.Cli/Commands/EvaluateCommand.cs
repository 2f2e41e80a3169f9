using System.CommandLine;
using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Evaluation.Report;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace evaluate`: evaluates models, files of samples and real patterns in one table.</summary>
internal static class EvaluateCommand
{
    private const int DefaultCount = 10_000;
    private const int MaxCount = 1_000_000;
    private const string ValidationName = "validation";
    private const string TestName = "test";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string[]> bundles = new("--bundle")
        {
            Description = "Folders of model bundles.", HelpName = "DIR", AllowMultipleArgumentsPerToken = true,
        };
        Option<string[]> samples = new("--samples")
        {
            Description = "Files of patterns in the paper's tsv format.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
        };
        Option<string[]> data = CommandOptions.Data(
            "Folders of MIDI files, split as in training: the reference for novelty, coverage, precision, recall and reconstruction.");
        Option<int> real = new Option<int>("--real")
        {
            Description = "Also evaluate N patterns of the training set.", HelpName = "N",
        }.WithRange(1, MaxCount);
        Option<string> split = new("--split")
        {
            Description = "What is held out: the validation split for every choice, the test split for the final figures alone.",
            DefaultValueFactory = _ => ValidationName,
        };
        split.AcceptOnlyFromAmong(ValidationName, TestName);
        Option<int> count = CommandOptions.Count("--count", "The number of samples per model.", DefaultCount, MaxCount);
        Option<double?> variation = CommandOptions.Variation("By default 0, the plugin's, and for a model with a residual latent also 1.");
        Option<long> seed = CommandOptions.Seed("results");
        ReportOptions print = new("report.md, report.json, summary.md for a model card, and plots");
        Command command = new("evaluate", "Evaluate models, published samples and real patterns.")
        {
            bundles, samples, data, split, CommandOptions.KitMap(), CommandOptions.DrumChannel(), real, count, variation, seed,
            print.Json, print.Output,
        };
        command.Validators.Add(result =>
        {
            bool hasFiles = result.GetValue(bundles) is { Length: > 0 } || result.GetValue(samples) is { Length: > 0 };
            if (!hasFiles && result.GetValue(real) == 0)
            {
                result.AddError("There is nothing to measure: name a --bundle, a file of --samples, or --real patterns.");
            }

            if (result.GetValue(real) > 0 && result.GetValue(data) is not { Length: > 0 })
            {
                result.AddError("--real needs --data, the source of the patterns.");
            }
        });
        command.SetRun(arguments =>
        {
            EvaluationReport report = Terminal.On(arguments.InvocationConfiguration.Error).Status().Start("Reading", status => Evaluate(
                arguments.GetValue(bundles) ?? [],
                arguments.GetValue(samples) ?? [],
                arguments.GetValue(data) ?? [],
                arguments.GetValue(real),
                arguments.GetValue(count),
                arguments.GetValue(variation),
                (ulong)arguments.GetValue(seed),
                CommandOptions.Reading(arguments) with { HeldOut = Enum.Parse<CorpusSplit>(arguments.GetRequiredValue(split), ignoreCase: true) },
                what => status.Status(Markup.Escape($"Measuring {what}"))));
            print.Print(arguments, report.Write, report.ToJson, console => Show(report, console));
        });
        return command;
    }

    private static EvaluationReport Evaluate(
        string[] bundles,
        string[] samples,
        string[] data,
        int real,
        int count,
        double? variation,
        ulong seed,
        CorpusReading reading,
        Action<string> report)
    {
        // Read all files first: a wrong name is reported at once.
        (string Path, Pattern[] Patterns)[] files = [.. samples.Select(path => (path, ReadSamples(path)))];
        TrainingData? patterns = data.Length == 0 ? null : TrainingDataReader.Read(data, reading);
        Pattern[] training = patterns?.Training ?? [], heldOut = patterns?.HeldOut ?? [];
        Evaluator evaluator = new(training, heldOut, seed, reading.HeldOut);
        HashSet<string> names = [];
        List<PatternEvaluation> evaluations = [];
        foreach (string folder in bundles)
        {
            using ModelBundle bundle = ModelBundle.Load(folder);
            report(bundle.Manifest.Name);
            using BundleCoder coder = new(bundle);
            double[] amounts = variation is { } given ? [given] : bundle.Manifest.Variations > 0 ? [0, 1] : [0];
            IReadOnlyList<PatternEvaluation> columns =
                evaluator.Evaluate(Unique(bundle.Manifest.Name), coder, bundle.Manifest.Prior, count, amounts);
            evaluations.AddRange([columns[0] with { Losses = LossSeries.Read(folder) }, .. columns.Skip(1)]);
        }

        foreach ((string path, Pattern[] found) in files)
        {
            report(path);
            evaluations.Add(evaluator.Evaluate(Unique(Path.GetFileNameWithoutExtension(path)), found));
        }

        if (real > 0)
        {
            report("real patterns");
            if (real > training.Length)
            {
                throw new TrainingException($"--real {real}: the data has only {training.Length} training patterns");
            }

            Pattern[] shuffled = [.. training];
            new SeededRandom(seed).Shuffle<Pattern>(shuffled);
            evaluations.Add(evaluator.Evaluate(Unique("real patterns"), shuffled[..real]));
        }

        return new EvaluationReport(evaluator.Setting, evaluations);

        // Equal names are told apart by a number.
        string Unique(string name)
        {
            string unique = name;
            for (int number = 2; !names.Add(unique); number++)
            {
                unique = $"{name} ({number})";
            }

            return unique;
        }
    }

    private static Pattern[] ReadSamples(string path)
    {
        Pattern[] patterns = [.. PatternTsv.Read(path).Select(line => line.Pattern)];
        return patterns.Length > 0 ? patterns : throw new TrainingException($"{path}: it has no patterns");
    }

    private static void Show(EvaluationReport report, IAnsiConsole console)
    {
        Table table = Terminal.Table("", report.Evaluations.Select(evaluation => evaluation.Name));
        foreach (Measure row in report.Rows)
        {
            table.AddTextRow([row.Title, .. report.Evaluations.Select(row.Text)]);
        }

        console.Write(table);
        EvaluationSetting setting = report.Setting;
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{setting.TrainingPatterns:N0} training patterns, {setting.HeldOutPatterns:N0} held out ({setting.HeldOutSplit}), seed {setting.Seed}.");
    }
}
