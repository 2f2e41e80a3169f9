using System.Globalization;
using System.Text.Json;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Compares a groove model with baselines that ignore the other hits of a pattern: the mean velocity and offset of all hits, of each voice,
/// and of each cell (voice and step). All means are those of the training windows.
/// </summary>
public static class GrooveEvaluation
{
    /// <summary>The trained model's name among the scores.</summary>
    public const string ModelName = "model";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Measures the model's median performance and the baselines on the held-out windows.</summary>
    public static IReadOnlyList<GrooveScore> Measure(GrooveNetwork model, GrooveData data)
    {
        var constant = new Means(data.Training, _ => 0, 1);
        var voices = new Means(data.Training, cell => cell % Pattern.VoiceCount, Pattern.VoiceCount);
        var cells = new Means(data.Training, cell => cell, Pattern.CellCount);
        GrooveDistribution[] predicted = [.. model.Predict(data.HeldOut)];
        return
        [
            GrooveScore.Measure("constant", data.HeldOut, (_, hit) => constant.Of(hit.Cell)),
            GrooveScore.Measure("mean of the voice", data.HeldOut, (_, hit) => voices.Of(hit.Cell)),
            GrooveScore.Measure("mean of voice and step", data.HeldOut, (_, hit) => cells.Of(hit.Cell)),
            GrooveScore.Measure(
                ModelName, data.HeldOut, (window, hit) => (predicted[window].VelocityOf(hit.Cell), predicted[window].OffsetOf(hit.Cell))),
        ];
    }

    /// <summary>Scores as a Markdown table, a row for each predictor.</summary>
    public static string ToMarkdown(IReadOnlyList<GrooveScore> scores) =>
        "| predictor | velocity error | velocity correlation | offset error, steps | offset correlation |\n"
        + "| --- | ---: | ---: | ---: | ---: |\n"
        + string.Concat(scores.Select(score => string.Create(
            CultureInfo.InvariantCulture,
            $"| {score.Name} | {score.VelocityError:F4} | {score.VelocityCorrelation:F3} "
            + $"| {score.OffsetError:F4} | {score.OffsetCorrelation:F3} |\n")));

    /// <summary>The same numbers as JSON, unrounded.</summary>
    public static string ToJson(IReadOnlyList<GrooveScore> scores) => JsonSerializer.Serialize(new { heldOut = scores }, Format) + "\n";

    private sealed class Means
    {
        private readonly Func<int, int> _groupOf;
        private readonly (double Velocity, double Offset)[] _means;

        public Means(IReadOnlyList<PlayedPattern> windows, Func<int, int> groupOf, int groups)
        {
            _groupOf = groupOf;
            var sums = new (double Velocity, double Offset, int Count)[groups];
            (double Velocity, double Offset, int Count) all = default;
            foreach (PlayedHit hit in windows.SelectMany(window => window.Hits))
            {
                ref var sum = ref sums[groupOf(hit.Cell)];
                sum = (sum.Velocity + hit.Velocity, sum.Offset + hit.Offset, sum.Count + 1);
                all = (all.Velocity + hit.Velocity, all.Offset + hit.Offset, all.Count + 1);
            }

            // A group without hits has the mean of all hits.
            _means = [.. sums.Select(sum => sum.Count > 0 ? sum : all).Select(sum => (sum.Velocity / sum.Count, sum.Offset / sum.Count))];
        }

        public (double Velocity, double Offset) Of(int cell) => _means[_groupOf(cell)];
    }
}
