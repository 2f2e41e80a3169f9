using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Cuts two sets of patterns for a comparison that depends on their sizes: the larger one is shuffled and split into parts of the smaller
/// one's size; what is left over is not compared.
/// </summary>
internal static class EqualParts
{
    /// <summary>The pairs of parts; both parts of each have the size of the smaller set.</summary>
    /// <param name="real">Real patterns.</param>
    /// <param name="samples">A model's samples.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    public static IReadOnlyList<(Pattern[] Real, Pattern[] Samples)> Of(ReadOnlySpan<Pattern> real, ReadOnlySpan<Pattern> samples, ulong seed)
    {
        int size = Math.Min(real.Length, samples.Length);
        if (size == 0)
        {
            return [];
        }

        Pattern[][] realParts = Cut(real, size, seed), sampleParts = Cut(samples, size, seed);
        int parts = Math.Max(realParts.Length, sampleParts.Length);
        return [.. Enumerable.Range(0, parts).Select(part => (realParts[part % realParts.Length], sampleParts[part % sampleParts.Length]))];
    }

    private static Pattern[][] Cut(ReadOnlySpan<Pattern> set, int size, ulong seed)
    {
        Pattern[] mixed = set.ToArray();
        new SeededRandom(seed).Shuffle<Pattern>(mixed);
        return [.. Enumerable.Range(0, mixed.Length / size).Select(part => mixed[(part * size)..((part + 1) * size)])];
    }
}
