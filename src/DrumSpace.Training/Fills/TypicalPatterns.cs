using DrumSpace.Music;

namespace DrumSpace.Training.Fills;

/// <summary>Chooses the patterns that stand for a recording: those that are on average the most similar (F1) to all.</summary>
internal static class TypicalPatterns
{
    // More change nothing, and cost time squared.
    private const int MaxCompared = 400;

    /// <summary>Chooses patterns.</summary>
    /// <param name="patterns">The recording's patterns.</param>
    /// <param name="count">How many, if there are as many different ones.</param>
    /// <returns>Different patterns, the most typical first.</returns>
    public static Pattern[] Of(IReadOnlyList<Pattern> patterns, int count)
    {
        Pattern[] compared = [.. patterns.Take(MaxCompared)];
        return
        [
            .. compared.Distinct()
                .OrderByDescending(pattern => compared.Sum(other => pattern.SimilarityTo(other)))
                .Take(count),
        ];
    }
}
