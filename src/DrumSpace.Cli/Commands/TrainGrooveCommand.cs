using System.CommandLine;
using System.Globalization;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Publishing;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace train-groove`: human drumming in, velocity and timing for a bundle out.</summary>
internal sealed class TrainGrooveCommand() : CompanionTrainingCommand<GrooveOptions, GrooveData, GrooveTrainer>("groove")
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new TrainGrooveCommand().Create(
        "Train velocity and micro-timing on human drumming and put them into a bundle.",
        "The Groove MIDI Dataset, or a folder of other drum performances.");

    /// <inheritdoc/>
    protected override GrooveData Read(string folder) => GrooveData.Read(folder);

    /// <inheritdoc/>
    protected override GrooveTrainer Begin(GrooveOptions options, GrooveData data) => new(options, data.Training);

    /// <inheritdoc/>
    protected override (string Markdown, string Json) Publish(string bundle, GrooveTrainer run, GrooveOptions options, GrooveData data)
    {
        IReadOnlyList<GrooveScore> scores = GrooveEvaluation.Measure(run.Model, data);
        GroovePublisher.Publish(bundle, run, options, data, scores);
        Show(scores);
        return (GrooveReport.ToMarkdown(scores), GrooveReport.ToJson(scores));
    }

    private static void Show(IReadOnlyList<GrooveScore> scores)
    {
        var table = new Table().AddColumns("way of playing", "velocity error", "correlation", "offset error, steps", "correlation");
        static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
        foreach (GrooveScore score in scores)
        {
            table.AddRow(
                score.Name, Number(score.VelocityError), Number(score.VelocityCorrelation), Number(score.OffsetError), Number(score.OffsetCorrelation));
        }

        AnsiConsole.Write(table);
    }
}
