using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Finding;

/// <summary>
/// Finds the places of a model's space whose patterns are most like a given one: first what <see cref="PatternFinder"/> finds, then points
/// of the map by their similarity. No two have the same pattern. Variation is off. Equal patterns give equal places.
/// </summary>
/// <remarks>Any thread but the audio thread and the model worker.</remarks>
public static class NearestPatterns
{
    /// <summary>Finds the places.</summary>
    /// <param name="bundle">The model; one without a map gives one place.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="count">At most how many, at least 1.</param>
    /// <exception cref="BundleException">A file of the model is damaged.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">A network failed.</exception>
    public static IReadOnlyList<NearPattern> Of(ModelBundle bundle, in Pattern pattern, int count)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using PatternFinder finder = new(bundle);
        FoundPattern best = finder.Find(pattern);
        List<NearPattern> nearest = [new NearPattern(best.Knobs, best.Pattern, best.Similarity, null)];
        if (bundle.KnobMap is { } map)
        {
            Add(map, pattern, count, nearest);
        }

        return nearest;
    }

    private static void Add(KnobMap map, in Pattern pattern, int count, List<NearPattern> nearest)
    {
        ReadOnlySpan<Pattern> patterns = map.Patterns;
        double[] distances = new double[patterns.Length];
        int[] order = new int[patterns.Length];
        for (int number = 0; number < order.Length; number++)
        {
            distances[number] = 1 - patterns[number].SimilarityTo(pattern);
            order[number] = number;
        }

        // Of equal ones the first on the map.
        Array.Sort(order, (one, other) => (distances[one], one).CompareTo((distances[other], other)));
        HashSet<Pattern> seen = [nearest[0].Pattern];
        foreach (int number in order)
        {
            if (nearest.Count >= count)
            {
                return;
            }

            if (seen.Add(patterns[number]))
            {
                KnobMapPoint point = map.Points[number];
                nearest.Add(new NearPattern(point.Knobs, patterns[number], 1 - distances[number], map.Genres[point.Genre]));
            }
        }
    }
}
