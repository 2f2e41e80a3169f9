using DrumSpace.Midi.Corpus.Groove;

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
        var velocity = new Agreement();
        var offset = new Agreement();
        for (int window = 0; window < windows.Count; window++)
        {
            foreach (PlayedHit hit in windows[window].Hits)
            {
                (double hard, double late) = play(window, hit);
                velocity.Add(hard, hit.Velocity);
                offset.Add(late, hit.Offset);
            }
        }

        return new GrooveScore(name, velocity.MeanError, velocity.Correlation, offset.MeanError, offset.Correlation);
    }

    private struct Agreement
    {
        private long _count;
        private double _error, _x, _y, _xx, _yy, _xy;

        public readonly double MeanError => _error / _count;

        public readonly double Correlation
        {
            get
            {
                double variances = (_xx / _count - _x / _count * (_x / _count)) * (_yy / _count - _y / _count * (_y / _count));

                // Rounding leaves a constant a variance of about 1e-17.
                return variances > 1e-12 * (_xx / _count) ? (_xy / _count - _x / _count * (_y / _count)) / Math.Sqrt(variances) : 0;
            }
        }

        public void Add(double x, double y)
        {
            _count++;
            _error += Math.Abs(x - y);
            _x += x;
            _y += y;
            _xx += x * x;
            _yy += y * y;
            _xy += x * y;
        }
    }
}
