using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Evaluation;

/// <summary>
/// Choices of real patterns from the training set, to be measured as samples are: what a model that knew the training set by heart and
/// repeated the best of it would reach. They show which marks the split of the data allows.
/// </summary>
public static class RealBounds
{
    /// <summary>The precision that the choice by the held-out patterns is made for.</summary>
    public const double OraclePrecision = 0.55;

    /// <summary>Makes the choices, each with its name.</summary>
    /// <param name="data">More held-out patterns than <see cref="PrecisionRecall.Neighbour"/>.</param>
    /// <param name="count">How many patterns a choice has, where it does not say otherwise; at most as many as there are.</param>
    /// <param name="seed">Of every random order.</param>
    public static IEnumerable<(string Name, Pattern[] Patterns)> Of(TrainingData data, int count, ulong seed)
    {
        yield return ("all of training", data.Training);
        yield return ("training, files alike", FilesAlike(data, count, seed));
        yield return ("training, nearest to other files", NearestToOtherFiles(data, count, seed));
        yield return ("training and its bars, chosen to cover", CoveringChoice.Of(data.Training, data.TrainingFiles, count));
        yield return ("training, chosen by held-out", ChosenByHeldOut(data, seed));
    }

    // Weighted sampling without replacement (Efraimidis and Spirakis 2006): the largest u^(1/w), here the smallest -ln(u) / w.
    private static Pattern[] FilesAlike(TrainingData data, int count, ulong seed)
    {
        Dictionary<int, int> sizes = data.TrainingFiles.GroupBy(file => file).ToDictionary(file => file.Key, file => file.Count());
        var random = new SeededRandom(seed);
        return Smallest(data.Training, i => -Math.Log(1 - random.NextFloat()) * sizes[data.TrainingFiles[i]], count);
    }

    private static Pattern[] NearestToOtherFiles(TrainingData data, int count, ulong seed)
    {
        Pattern[] training = data.Training;
        int[] nearest = FileNeighbours.Distances(training, data.TrainingFiles, rank: 1);
        var random = new SeededRandom(seed);
        return Smallest(training, i => nearest[i] + random.NextFloat(), count);
    }

    // All that lie inside the manifold of the held-out patterns, and as many others as the precision allows.
    private static Pattern[] ChosenByHeldOut(TrainingData data, ulong seed)
    {
        int[] radii = HammingNeighbours.Radii(data.HeldOut, PrecisionRecall.Neighbour);
        bool Inside(Pattern pattern) => data.HeldOut.Zip(radii).Any(ball => pattern.DistanceTo(ball.First) <= ball.Second);
        ILookup<bool, Pattern> sides = data.Training.AsParallel().AsOrdered().ToLookup(Inside);
        Pattern[] inside = [.. sides[true]], outside = [.. sides[false]];
        new SeededRandom(seed).Shuffle<Pattern>(outside);
        return [.. inside, .. outside.Take((int)(inside.Length * (1 - OraclePrecision) / OraclePrecision))];
    }

    private static Pattern[] Smallest(Pattern[] patterns, Func<int, double> key, int count) =>
        [.. Enumerable.Range(0, patterns.Length).Select(i => (Key: key(i), i)).OrderBy(item => item.Key).Take(count).Select(item => patterns[item.i])];
}
