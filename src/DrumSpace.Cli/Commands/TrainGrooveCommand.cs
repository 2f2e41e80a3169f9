using System.CommandLine;
using DrumSpace.Training.Data;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-groove`: trains velocity and timing on human drumming, for a bundle.</summary>
internal sealed class TrainGrooveCommand() : CompanionTrainingCommand<GrooveOptions, GrooveData, GrooveTrainer>("groove")
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new TrainGrooveCommand().Create(
        "Train velocity and micro-timing on human drumming and add them to a bundle.",
        "The Groove MIDI Dataset, or a folder of other drum performances.");

    /// <inheritdoc/>
    protected override GrooveData Read(string folder, CorpusReading reading) => GrooveData.Read(folder, reading);

    /// <inheritdoc/>
    protected override GrooveTrainer Begin(GrooveOptions options, GrooveData data) => new(options, data.Training);

    /// <inheritdoc/>
    protected override (string Markdown, string Json) Publish(
        string bundle, GrooveTrainer run, GrooveOptions options, GrooveData data, TextWriter output)
    {
        GroovePlayer player = GroovePlayer.Of(run.Model, data.Training);
        GrooveReport report = GrooveReport.Of(player, options, data);
        GroovePublisher.Publish(bundle, run, player, options, data, report);
        Spectre.Console.Table table = Terminal.Table("player", ["velocity error", "correlation", "offset error, steps", "correlation"]);
        foreach (GrooveScore score in report.Scores)
        {
            double[] numbers = [score.VelocityError, score.VelocityCorrelation, score.OffsetError, score.OffsetCorrelation];
            table.AddTextRow([score.Name, .. numbers.Select(number => Terminal.Number(number, "F4"))]);
        }

        Terminal.On(output).Write(table);
        output.WriteLine(report.ToMarkdown());
        return ($"{GrooveEvaluation.ToMarkdown(report.Scores)}\n{report.ToMarkdown()}\n", GrooveEvaluation.ToJson(report.Scores));
    }
}
