using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Groove;

/// <summary>Whether velocities and offsets vary as drummers' do; means over the voices, weighted by their hits.</summary>
/// <param name="VelocityDeviation">The standard deviation of velocities as a part of the drummers'.</param>
/// <param name="VelocityDistance">The Wasserstein-1 distance of the velocities from the drummers', 0 to 1.</param>
/// <param name="OffsetDeviation">The standard deviation of offsets as a part of the drummers'.</param>
/// <param name="OffsetDistance">The Wasserstein-1 distance of the offsets, in steps.</param>
public sealed record GrooveSpread(double VelocityDeviation, double VelocityDistance, double OffsetDeviation, double OffsetDistance)
{
    /// <summary>Measures a way of playing.</summary>
    /// <param name="windows">Human performances.</param>
    /// <param name="played">For each window the velocities and offsets of its 448 cells.</param>
    public static GrooveSpread Measure(
        IReadOnlyList<PlayedPattern> windows, IEnumerable<(float[] Velocities, float[] Offsets)> played)
    {
        var voices = windows.Zip(played)
            .SelectMany(pair => pair.First.Hits.Select(hit => (
                Hit: hit, Velocity: pair.Second.Velocities[hit.Cell], Offset: pair.Second.Offsets[hit.Cell])))
            .GroupBy(item => item.Hit.Cell % Pattern.VoiceCount)
            .Select(voice => (
                Hits: (double)voice.Count(),
                Velocity: Compare(voice.Select(item => ((double)item.Velocity, (double)item.Hit.Velocity))),
                Offset: Compare(voice.Select(item => ((double)item.Offset, (double)item.Hit.Offset)))))
            .ToList();
        double Mean(Func<(double Hits, (double Ratio, double Distance) Velocity, (double Ratio, double Distance) Offset), double> of) =>
            voices.Sum(voice => voice.Hits * of(voice)) / voices.Sum(voice => voice.Hits);
        return new GrooveSpread(
            Mean(voice => voice.Velocity.Ratio), Mean(voice => voice.Velocity.Distance),
            Mean(voice => voice.Offset.Ratio), Mean(voice => voice.Offset.Distance));
    }

    // Of samples of equal size, the distance is the mean difference in order. A voice that is played once has no deviation.
    private static (double Ratio, double Distance) Compare(IEnumerable<(double Made, double Played)> values)
    {
        double[] made = [.. values.Select(value => value.Made).Order()], played = [.. values.Select(value => value.Played).Order()];
        double deviation = played.Length > 1 ? played.StandardDeviation() : 0;
        return (deviation > 0 ? made.StandardDeviation() / deviation : 1, made.Zip(played, (a, b) => Math.Abs(a - b)).Average());
    }
}
