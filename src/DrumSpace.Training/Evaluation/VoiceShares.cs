using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>The shares of the 14 voices in the hits of a set of patterns.</summary>
/// <param name="Shares">The share of each <see cref="Voice"/> in all hits; they sum to 1, or are all 0 without hits.</param>
/// <param name="HitsPerPattern">The mean number of hits.</param>
public sealed record VoiceShares(IReadOnlyList<double> Shares, double HitsPerPattern)
{
    /// <summary>Counts the hits of each voice.</summary>
    /// <param name="patterns">At least one pattern.</param>
    public static VoiceShares Measure(ReadOnlySpan<Pattern> patterns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(patterns.Length);
        Pattern[] all = patterns.ToArray();
        long[] hits = [.. Enum.GetValues<Voice>().Select(voice => all.Sum(pattern => (long)PatternTrait.Count(pattern, voice)))];
        double total = hits.Sum();
        return new([.. hits.Select(count => total == 0 ? 0 : count / total)], total / patterns.Length);
    }

    /// <summary>The total variation distance: half the sum of the absolute differences of the shares, 0 to 1.</summary>
    /// <returns>1 when one of the two has no hits.</returns>
    public double VariationFrom(VoiceShares other) =>
        HitsPerPattern == 0 || other.HitsPerPattern == 0
            ? HitsPerPattern == other.HitsPerPattern ? 0 : 1
            : Shares.Zip(other.Shares, (mine, theirs) => Math.Abs(mine - theirs)).Sum() / 2;
}
