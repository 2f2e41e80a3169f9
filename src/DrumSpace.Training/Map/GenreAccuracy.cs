namespace DrumSpace.Training.Map;

/// <summary>The k-nearest-neighbour accuracy of the genres: how often near points have the same genre.</summary>
/// <param name="Accuracy">The share of the k nearest neighbours of a point that have its genre, 0 to 1; mean over the points.</param>
/// <param name="Chance">The same share of random points.</param>
public sealed record GenreAccuracy(double Accuracy, double Chance)
{
    /// <summary>Measures the accuracy, on all cores.</summary>
    /// <param name="k">The number of neighbours.</param>
    /// <param name="distances">The distances.</param>
    /// <param name="labels">The genre of each point, 0 to 255.</param>
    /// <param name="sources">
    /// The source of each point; its neighbours are searched among other sources only. With a different source for each point all other
    /// points count; with the piece of music as source, points of the same piece, which resemble each other anyway, do not.
    /// </param>
    /// <exception cref="ArgumentException">A point has fewer than k points of other sources.</exception>
    public static GenreAccuracy Measure(int k, DistanceRow distances, byte[] labels, int[] sources)
    {
        int count = labels.Length;
        int largest = sources.CountBy(source => source).Max(pair => pair.Value);
        if (count - largest < k)
        {
            throw new ArgumentException(
                $"{count} points, {largest} of them from one source, do not leave {k} of other sources for each.", nameof(sources));
        }

        Neighbours neighbours = Neighbours.Find(count, k, (from, into) =>
        {
            distances(from, into);
            for (int i = 0; i < sources.Length; i++)
            {
                into[i] = sources[i] == sources[from] ? float.PositiveInfinity : into[i];
            }
        });
        long same = Enumerable.Range(0, count).Sum(i => neighbours.Of(i).ToArray().LongCount(other => labels[other] == labels[i]));
        return new GenreAccuracy((double)same / ((long)count * k), ChanceOf(labels, sources));
    }

    // The share of a point's label among the points of other sources, mean over the points.
    private static double ChanceOf(byte[] labels, int[] sources)
    {
        Dictionary<byte, int> ofLabel = labels.CountBy(label => label).ToDictionary();
        Dictionary<int, int> ofSource = sources.CountBy(source => source).ToDictionary();
        Dictionary<(byte, int), int> ofBoth = labels.Zip(sources).CountBy(pair => pair).ToDictionary();
        return labels.Zip(sources).Average(point =>
            (ofLabel[point.First] - ofBoth[point]) / (double)(labels.Length - ofSource[point.Second]));
    }
}
