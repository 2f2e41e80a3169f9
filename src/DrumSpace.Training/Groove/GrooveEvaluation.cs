using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>
/// A groove beside simple ways of playing that know no more of a pattern than one hit: the same velocity and offset for every hit, each
/// voice's means, and the means of each cell (voice and step). All means are those of the training windows.
/// </summary>
public static class GrooveEvaluation
{
    /// <summary>What the trained model is called among the scores.</summary>
    public const string ModelName = "model";

    /// <summary>Measures the model and the baselines on the held-out windows.</summary>
    public static IReadOnlyList<GrooveScore> Measure(GrooveNetwork model, GrooveData data)
    {
        var constant = new Means(data.Training, _ => 0, 1);
        var voices = new Means(data.Training, cell => cell % Pattern.VoiceCount, Pattern.VoiceCount);
        var cells = new Means(data.Training, cell => cell, Pattern.CellCount);
        Pattern[] patterns = [.. data.HeldOut.Select(window => window.Pattern)];
        (float[] velocities, float[] offsets) = model.Play(patterns);
        return
        [
            GrooveScore.Measure("constant", data.HeldOut, (_, hit) => constant.Of(hit.Cell)),
            GrooveScore.Measure("mean of the voice", data.HeldOut, (_, hit) => voices.Of(hit.Cell)),
            GrooveScore.Measure("mean of voice and step", data.HeldOut, (_, hit) => cells.Of(hit.Cell)),
            GrooveScore.Measure(ModelName, data.HeldOut, (window, hit) =>
                (velocities[window * Pattern.CellCount + hit.Cell], offsets[window * Pattern.CellCount + hit.Cell])),
        ];
    }

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

            // A group that was never hit plays as all hits do on the whole.
            _means = [.. sums.Select(sum => sum.Count > 0 ? sum : all).Select(sum => (sum.Velocity / sum.Count, sum.Offset / sum.Count))];
        }

        public (double Velocity, double Offset) Of(int cell) => _means[_groupOf(cell)];
    }
}
