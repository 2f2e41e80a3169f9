using System.Globalization;
using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>What a trained groove scores.</summary>
/// <param name="Scores">Its median performance and baselines, on the held-out windows.</param>
/// <param name="Median">How the median performance varies there.</param>
/// <param name="Taken">How performances vary, a take a window.</param>
/// <param name="Unheard">
/// The median performance of a network trained without some performers, on all of theirs, and their names; null where there are too few.
/// </param>
public sealed record GrooveReport(
    IReadOnlyList<GrooveScore> Scores, GrooveSpread Median, GrooveSpread Taken, (GrooveScore Score, string[] Performers)? Unheard)
{
    /// <summary>The trained network's score.</summary>
    public GrooveScore Model => Scores.Single(score => score.Name == GrooveEvaluation.ModelName);

    /// <summary>Measures a groove; this trains a second network, without some performers.</summary>
    /// <param name="player">The groove.</param>
    /// <param name="options">The options of its training.</param>
    /// <param name="data">Its data.</param>
    public static GrooveReport Of(GroovePlayer player, GrooveOptions options, GrooveData data) => new(
        GrooveEvaluation.Measure(player.Network, data),
        GrooveSpread.Measure(data.HeldOut, player.Play(data.HeldOut, _ => default)),
        GrooveSpread.Measure(data.HeldOut, player.Play(data.HeldOut, window => new GrooveTake(1, window + 1))),
        data.ByPerformer(out string[] performers) is { } divided ? (TrainAndMeasure(options, divided), performers) : null);

    /// <summary>Spread and unheard performers in a sentence or two of Markdown.</summary>
    public string ToMarkdown()
    {
        string spread = string.Create(CultureInfo.InvariantCulture, $"""
            A take's velocities deviate {Taken.VelocityDeviation:F2} times as much as the drummers' (the median performance's {Median.VelocityDeviation:F2}), and lie {Taken.VelocityDistance:F3} from theirs
            ({Median.VelocityDistance:F3}; Wasserstein-1, a voice); offsets {Taken.OffsetDeviation:F2} ({Median.OffsetDeviation:F2}) and {Taken.OffsetDistance:F3} steps ({Median.OffsetDistance:F3}).
            """);
        return Unheard is not var (score, performers) ? spread : spread + "\n" + string.Create(CultureInfo.InvariantCulture, $"""
            Without {string.Join(", ", performers)} in training, on them: velocity {score.VelocityError:F4} and {score.VelocityCorrelation:F3}, offset {score.OffsetError:F4} and {score.OffsetCorrelation:F3}.
            """);
    }

    private static GrooveScore TrainAndMeasure(GrooveOptions options, GrooveData data)
    {
        using GrooveTrainer trainer = new(options, data.Training);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return GrooveEvaluation.Measure(trainer.Model, data)[^1];
    }
}
