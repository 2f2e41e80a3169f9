using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Sampling;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>
/// `drumspace sample`: samples patterns from a model and writes them as tsv files, as the paper's samples, and as MIDI clips.
/// </summary>
internal static class SampleCommand
{
    private const int DefaultCount = 10_000;
    private const int MaxCount = 1_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> bundle = CommandOptions.Bundle();
        Option<int> count = CommandOptions.Count("--count", "The number of patterns.", DefaultCount, MaxCount);
        Option<long> seed = CommandOptions.Seed("files");
        Option<bool> filtered = new("--filtered") { Description = "Sample until N patterns pass the filter, instead of N in all." };
        Option<double?> variation = CommandOptions.Variation();
        Option<string[]> data = CommandOptions.Data("The MIDI folders of the model's training: the filter then also drops their patterns.");
        Option<string?> point = CommandOptions.Point("Write the pattern at this point alone, unfiltered.");
        Option<bool> paper = new("--paper-format")
        {
            Description = "Write the MIDI files in the form of the paper's samples: 16ths as triplets, three times, no note-offs.",
        };
        OutputOption output = new(isFolder: true, "--output", "-o")
        {
            Description = "A new or empty folder to write to.", HelpName = "FOLDER", Required = true,
        };
        Command command = new("sample", "Sample patterns from a model and write them as tsv and MIDI files.")
        {
            bundle, count, seed, filtered, variation, data, CommandOptions.KitMap(), CommandOptions.DrumChannel(), point, paper, output,
        };
        command.SetRun(arguments =>
        {
            string folder = arguments.GetRequiredValue(output)!;
            SampleFolder.CheckEmpty(folder);
            using ModelBundle model = ModelBundle.Load(arguments.GetRequiredValue(bundle));
            using BundleCoder coder = new(model);
            ClipForm form = arguments.GetValue(paper) ? ClipForm.Published : new ClipForm();
            if (arguments.GetValue(point) is { } line)
            {
                PatternPoint at = PatternPoint.Parse(line);
                if (!model.Manifest.Has(at))
                {
                    arguments.InvocationConfiguration.Error.WriteLine("note: the point was made with another model.");
                }

                SampleFolder.Write(SampleSet.At(coder, model.Mapping, at), folder, form);
                arguments.InvocationConfiguration.Output.WriteLine($"1 pattern written to {folder}");
                return;
            }

            Pattern[] training = arguments.GetValue(data) is { Length: > 0 } folders
                ? TrainingDataReader.Read(folders, CommandOptions.Reading(arguments)).Training
                : [];
            LatentPrior prior = model.Manifest.Prior ?? TrainingPrior.Of(model.Manifest.Name, coder, training);
            double amount = CommandOptions.VariationOf(arguments.GetValue(variation), model);
            InvocationConfiguration streams = arguments.InvocationConfiguration;
            SampleSet samples = Terminal.On(streams.Error).Progress().Start(context =>
            {
                int goal = arguments.GetValue(count);
                ProgressTask sampling = context.AddTask("sampling", maxValue: goal);
                ProgressTask writing = context.AddTask("MIDI files", autoStart: false);
                SampleSet sampled = SampleSet.Draw(
                    coder,
                    prior,
                    (ulong)arguments.GetValue(seed),
                    goal,
                    arguments.GetValue(filtered),
                    training.ToHashSet(),
                    amount,
                    done => sampling.Value = done);
                writing.MaxValue = Math.Max(1, sampled.Filtered.Count);
                writing.StartTask();
                SampleFolder.Write(sampled, folder, form, done => writing.Value = done);
                writing.Value = writing.MaxValue;
                return sampled;
            });
            string filter = training.Length == 0 ? "the entropy filter" : "the filter of entropy and novelty";
            (int raw, int kept) = (samples.Raw.Count, samples.Filtered.Count);
            string share = Terminal.Percent((double)kept / raw, "F2");
            streams.Output.WriteLine($"{raw} patterns sampled, {kept} kept by {filter} ({share}), written to {folder}");
        });
        return command;
    }
}
