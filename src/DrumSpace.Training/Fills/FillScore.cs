using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Fills;

/// <summary>What bars have in common with held-out fills.</summary>
/// <param name="Name">What the bars are.</param>
/// <param name="Precision">Of <see cref="PrecisionRecall"/> against the held-out fills; null for those themselves.</param>
/// <param name="Recall">Likewise.</param>
/// <param name="FillShare">The share that a nearest neighbour among training bars calls a fill, 0 to 1.</param>
/// <param name="Toms">Hits of toms in a bar.</param>
/// <param name="Snares">Hits of the snare in a bar.</param>
/// <param name="Crashes">Hits of the crash in a bar.</param>
/// <param name="Hits">All hits in a bar.</param>
public sealed record FillScore(
    string Name, double? Precision, double? Recall, double FillShare, double Toms, double Snares, double Crashes, double Hits)
{
    /// <summary>Measures bars.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="bars">At least one: the second bars of patterns whose first is silent.</param>
    /// <param name="real">The held-out fills, likewise and different; null where the bars are those.</param>
    /// <param name="classifier">Tells fills from other bars.</param>
    internal static FillScore Measure(string name, Pattern[] bars, Pattern[]? real, FillClassifier classifier)
    {
        PrecisionRecall? against = real is null ? null : PrecisionRecall.Measure(real, bars);
        double CountOf(int voices) => bars.Average(bar => PatternBars.Count(bar.Second(), voices));
        return new FillScore(
            name,
            against?.Precision,
            against?.Recall,
            classifier.ShareOfFills(bars),
            CountOf(FillNetwork.Followers),
            CountOf(1 << (int)Voice.Snare),
            CountOf(1 << (int)Voice.Crash),
            CountOf(Pattern.AllVoices));
    }
}
