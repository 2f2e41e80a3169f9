using DrumSpace.Midi.Corpus.Groove;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Groove;

/// <summary>How near a way of playing comes to the humans', over all their hits.</summary>
/// <param name="Name">The way of playing.</param>
/// <param name="VelocityError">The mean absolute error of the velocity, 0 to 1.</param>
/// <param name="VelocityCorrelation">Pearson's correlation of the velocities; 0 when all are said to be equal.</param>
/// <param name="OffsetError">The mean absolute error of the offset, in steps.</param>
/// <param name="OffsetCorrelation">Pearson's correlation of the offsets; 0 when all are said to be equal.</param>
public sealed record GrooveScore(
    string Name, double VelocityError, double VelocityCorrelation, double OffsetError, double OffsetCorrelation)
{
    /// <summary>Measures a way of playing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="windows">What the humans played; at least one hit.</param>
    /// <param name="play">Gives velocity and offset for each hit: of window i, hit j.</param>
    public static GrooveScore Measure(
        string name, IReadOnlyList<PlayedPattern> windows, Func<int, PlayedHit, (double Velocity, double Offset)> play)
    {
        List<double> velocities = [], playedVelocities = [], offsets = [], playedOffsets = [];
        for (int window = 0; window < windows.Count; window++)
        {
            foreach (PlayedHit hit in windows[window].Hits)
            {
                (double velocity, double offset) = play(window, hit);
                velocities.Add(velocity);
                playedVelocities.Add(hit.Velocity);
                offsets.Add(offset);
                playedOffsets.Add(hit.Offset);
            }
        }

        return new GrooveScore(
            name,
            Distance.MAE([.. velocities], [.. playedVelocities]),
            CorrelationOf(velocities, playedVelocities),
            Distance.MAE([.. offsets], [.. playedOffsets]),
            CorrelationOf(offsets, playedOffsets));
    }

    // Pearson's correlation with a constant is not a number.
    private static double CorrelationOf(List<double> a, List<double> b) => Correlation.Pearson(a, b) is var r && double.IsNaN(r) ? 0 : r;
}
