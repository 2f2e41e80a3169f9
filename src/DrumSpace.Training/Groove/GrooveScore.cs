using DrumSpace.Midi.Corpus.Groove;
using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Groove;

/// <summary>The error of predicted velocities and offsets against human performances, over all hits.</summary>
/// <param name="Name">The name of the predictor.</param>
/// <param name="VelocityError">The mean absolute error of the velocity, 0 to 1.</param>
/// <param name="VelocityCorrelation">Pearson's correlation of the velocities; 0 when all predictions are equal.</param>
/// <param name="OffsetError">The mean absolute error of the offset, in steps.</param>
/// <param name="OffsetCorrelation">Pearson's correlation of the offsets; 0 when all predictions are equal.</param>
public sealed record GrooveScore(
    string Name, double VelocityError, double VelocityCorrelation, double OffsetError, double OffsetCorrelation)
{
    /// <summary>Measures a predictor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="windows">Human performances; at least one hit.</param>
    /// <param name="predict">Predicts velocity and offset of a hit, given the window's index and the hit.</param>
    public static GrooveScore Measure(
        string name, IReadOnlyList<PlayedPattern> windows, Func<int, PlayedHit, (double Velocity, double Offset)> predict)
    {
        List<double> velocities = [], playedVelocities = [], offsets = [], playedOffsets = [];
        for (int window = 0; window < windows.Count; window++)
        {
            foreach (PlayedHit hit in windows[window].Hits)
            {
                (double velocity, double offset) = predict(window, hit);
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
