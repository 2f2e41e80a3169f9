using System.CommandLine;
using DrumSpace.Training.Data;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-melody`: trains melodies that follow drums on songs, for a bundle.</summary>
internal sealed class TrainMelodyCommand() : CompanionTrainingCommand<MelodyOptions, MelodyData, MelodyTrainer>("melody")
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new TrainMelodyCommand().Create(
        "Train melodies that follow the drums on songs and add them to a bundle.",
        "A folder of songs with drums, split as for patterns: 80 % to learn from, 10 % for validation, 10 % for the test.");

    /// <inheritdoc/>
    protected override MelodyData Read(string folder, CorpusReading reading) => MelodyData.Read(folder, reading);

    /// <inheritdoc/>
    protected override MelodyTrainer Begin(MelodyOptions options, MelodyData data) => new(options, data.Training);

    /// <inheritdoc/>
    protected override (string Markdown, string Json) Publish(
        string bundle, MelodyTrainer run, MelodyOptions options, MelodyData data, TextWriter output)
    {
        MelodyEvaluation evaluation = Terminal.On(output).Status().Start(
            "Measuring", _ => MelodyEvaluation.Measure(run.Model, data.HeldOut, data.HeldOutSongs, options.Seed));
        MelodyPublisher.Publish(bundle, run, options, data, evaluation);
        output.WriteLine(evaluation.ToMarkdown());
        return (evaluation.ToMarkdown(), evaluation.ToJson());
    }
}
