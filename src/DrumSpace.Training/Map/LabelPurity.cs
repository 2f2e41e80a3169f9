namespace DrumSpace.Training.Map;

/// <summary>How far near points have the same label.</summary>
/// <param name="Purity">The share of the points' k nearest neighbours that have the point's own label, 0 to 1.</param>
/// <param name="Chance">The same share of neighbours taken at random.</param>
public sealed record LabelPurity(double Purity, double Chance)
{
    /// <summary>Measures the purity, on all cores.</summary>
    /// <param name="k">How many neighbours.</param>
    /// <param name="distances">The distances.</param>
    /// <param name="labels">One label a point, 0 to 255.</param>
    /// <param name="sources">
    /// Where each point comes from; a point's neighbours are looked for among other sources alone. With a source for each point every other
    /// point counts; with a piece of music as source, near points from one piece, which resemble each other anyway, do not count.
    /// </param>
    /// <exception cref="ArgumentException">A point has no k points of other sources.</exception>
    public static LabelPurity Measure(int k, DistanceRow distances, byte[] labels, int[] sources)
    {
        int count = labels.Length;
        int largest = sources.CountBy(source => source).Max(pair => pair.Value);
        if (count - largest < k)
        {
            throw new ArgumentException(
                $"{count} points, {largest} of them from one source, do not leave each {k} of others.", nameof(sources));
        }

        Neighbours neighbours = Neighbours.Find(count, k, (from, into) =>
        {
            distances(from, into);
            for (int i = 0; i < sources.Length; i++)
            {
                into[i] = sources[i] == sources[from] ? float.PositiveInfinity : into[i];
            }
        });
        long same = 0;
        for (int i = 0; i < count; i++)
        {
            foreach (int neighbour in neighbours.Of(i))
            {
                same += labels[neighbour] == labels[i] ? 1 : 0;
            }
        }

        return new LabelPurity((double)same / ((long)count * k), ChanceOf(labels, sources));
    }

    // Each point's share of its label among the points of other sources, in the mean.
    private static double ChanceOf(byte[] labels, int[] sources)
    {
        Dictionary<byte, int> ofLabel = labels.CountBy(label => label).ToDictionary();
        Dictionary<int, int> ofSource = sources.CountBy(source => source).ToDictionary();
        Dictionary<(byte, int), int> ofBoth = labels.Zip(sources).CountBy(pair => pair).ToDictionary();
        return labels.Zip(sources).Average(point =>
            (ofLabel[point.First] - ofBoth[point]) / (double)(labels.Length - ofSource[point.Second]));
    }
}
