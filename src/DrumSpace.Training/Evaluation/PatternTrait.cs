using System.Numerics;
using DrumSpace.Music;
using MathNet.Numerics.Statistics;

namespace DrumSpace.Training.Evaluation;

/// <summary>An audible property of a pattern that can be counted; the axes of a latent space are named after traits.</summary>
/// <param name="Name">One or two words.</param>
/// <param name="Description">What is counted, in a few words.</param>
/// <param name="Measure">Counts it in a pattern.</param>
public sealed record PatternTrait(string Name, string Description, Func<Pattern, double> Measure)
{
    /// <summary>The traits of the four axes, in order.</summary>
    public static IReadOnlyList<PatternTrait> All { get; } =
    [
        new("Busy", "hits of all drums", pattern => pattern.HitCount),
        new("Kick", "hits of the bass drum", pattern => Count(pattern, Voice.BassDrum)),
        new("Hats", "hits of the hi-hats, closed and open", pattern => Count(pattern, Voice.ClosedHiHat) + Count(pattern, Voice.OpenHiHat)),
        new("Syncopation", "kick and snare before the beat rather than on it", pattern => Syncopation.Of(pattern)),
    ];

    /// <summary>Pearson's correlation of the trait with a coordinate over patterns; 0 where one of them is constant.</summary>
    /// <param name="patterns">At least two patterns.</param>
    /// <param name="coordinate">The coordinate of the i-th pattern.</param>
    public double CorrelationWith(ReadOnlySpan<Pattern> patterns, Func<int, double> coordinate)
    {
        double[] traits = [.. patterns.ToArray().Select(Measure)];
        double correlation = Correlation.Pearson(traits, Enumerable.Range(0, traits.Length).Select(coordinate));
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    /// <summary>The number of hits of a voice.</summary>
    public static int Count(in Pattern pattern, Voice voice)
    {
        int count = 0;
        foreach (ushort mask in pattern.Masks)
        {
            count += BitOperations.PopCount((uint)mask & 1u << (int)voice);
        }

        return count;
    }
}
