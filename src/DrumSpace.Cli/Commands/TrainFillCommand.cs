using System.CommandLine;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Data;
using DrumSpace.Training.Fills;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-fill`: trains fills on human drumming, for a bundle.</summary>
internal sealed class TrainFillCommand() : CompanionTrainingCommand<FillOptions, FillData, FillTrainer>("fill")
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new TrainFillCommand().Create(
        "Train fills on human drumming and add them to a bundle.",
        "The Groove MIDI Dataset, or a folder of songs with drums, whose fills are found.");

    /// <inheritdoc/>
    protected override FillData Read(string folder, CorpusReading reading) => FillData.Read(folder, reading);

    /// <inheritdoc/>
    protected override FillTrainer Begin(FillOptions options, FillData data) => new(options, data.Training);

    /// <inheritdoc/>
    protected override (string Markdown, string Json) Publish(
        string bundle, FillTrainer run, FillOptions options, FillData data, TextWriter output)
    {
        IReadOnlyList<FillScore> scores;
        using (ModelBundle loaded = ModelBundle.Load(bundle))
        {
            scores = FillEvaluation.Measure((patterns, seeds) => run.Model.Generate(patterns, seeds), data, loaded);
        }

        FillPublisher.Publish(bundle, run, options, data, scores);
        Spectre.Console.Table table = Terminal.Table("bars", [.. FillEvaluation.ColumnNames]);
        foreach (FillScore score in scores)
        {
            table.AddTextRow([score.Name, .. FillEvaluation.Cells(score)]);
        }

        Terminal.On(output).Write(table);
        return (FillEvaluation.ToMarkdown(scores), FillEvaluation.ToJson(scores));
    }
}
