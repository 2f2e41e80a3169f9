using DrumSpace.Music;

namespace DrumSpace.Training.Data;

/// <summary>
/// The patterns that come near as many patterns of other files as a choice of so many can, chosen from a training set and from its bars put
/// together anew: the beats that are played most alike, and what coverage there is to be had where nothing else is asked for. Only its two
/// constants were chosen by what they covered of held-out patterns, so that it may flatter, but does not know them.
/// </summary>
/// <remarks>
/// A pattern is worth the training patterns that it comes near to: those of large files less, and each less the oftener others came near to it
/// before. That sum is submodular, so that taking the best one at a time gives at least 63 % of what the best choice has on the training
/// set (Nemhauser, Wolsey and Fisher 1978); worths only shrink, so that a stale one need not be counted again before it comes first
/// (Minoux 1978).
/// </remarks>
public static class CoveringChoice
{
    /// <summary>How many of the bars that most files have are paired with each other.</summary>
    public const int SharedBars = 400;

    /// <summary>
    /// A pattern comes near to those within so many cells. Wider than the 4 within which coverage is counted: of 4, 6 and a worth that falls
    /// by the distance, 6 covers most held-out patterns.
    /// </summary>
    public const int Reach = 6;

    /// <summary>
    /// What a training pattern is still worth after a chosen one came near to it. Of 0, 0.3 and 0.7, this covers most held-out patterns.
    /// </summary>
    public const double WorthLeft = 0.7;

    /// <summary>Makes the choice from a training set, its bars played twice, and all pairs of the bars that most files have.</summary>
    /// <param name="training">The training patterns, each once.</param>
    /// <param name="files">The number of each pattern's file.</param>
    /// <param name="count">How many to choose; fewer are returned where there are no more.</param>
    /// <param name="worthLeft">What a training pattern is still worth after a chosen one came near to it, 0 to 1: the more, the more of the
    /// choice lies where training patterns are dense.</param>
    /// <param name="fileExponent">A training pattern is worth 1 over the number of its file's patterns to this power: 1 where every file counts
    /// alike, 0 where every pattern does.</param>
    /// <remarks>Compares every candidate with every training pattern: for 20,000 about a minute on two cores.</remarks>
    public static Pattern[] Of(Pattern[] training, int[] files, int count, double worthLeft = WorthLeft, double fileExponent = 1)
    {
        Pattern[] candidates = [.. training.Concat(Recombined(training, files)).Distinct()];
        int[][] reached = Reached(candidates, training);
        Dictionary<int, int> sizes = files.GroupBy(file => file).ToDictionary(file => file.Key, file => file.Count());
        double[] worths = [.. files.Select(file => Math.Pow(sizes[file], -fileExponent))];

        var queue = new PriorityQueue<int, (double Worth, int Candidate)>();
        double Worth(int candidate) => reached[candidate].Sum(pattern => worths[pattern]);
        for (int i = 0; i < candidates.Length; i++)
        {
            queue.Enqueue(i, (-Worth(i), i));
        }

        var chosen = new List<Pattern>();
        while (chosen.Count < count && queue.TryDequeue(out int best, out (double Worth, int) stale))
        {
            double worth = Worth(best);
            if (worth < -stale.Worth)
            {
                queue.Enqueue(best, (-worth, best));
                continue;
            }

            chosen.Add(candidates[best]);
            foreach (int pattern in reached[best])
            {
                worths[pattern] *= worthLeft;
            }
        }

        return [.. chosen];
    }

    private static IEnumerable<Pattern> Recombined(Pattern[] training, int[] files)
    {
        // A bar twice is a pattern, and so a key.
        var filesOf = new Dictionary<Pattern, HashSet<int>>();
        for (int i = 0; i < training.Length; i++)
        {
            foreach (Pattern bar in (Pattern[])[Join(training[i], 0, training[i], 0), Join(training[i], 1, training[i], 1)])
            {
                if (!filesOf.TryGetValue(bar, out HashSet<int>? having))
                {
                    filesOf[bar] = having = [];
                }

                having.Add(files[i]);
            }
        }

        Pattern[] shared = [.. filesOf.OrderByDescending(bar => bar.Value.Count).Take(SharedBars).Select(bar => bar.Key)];
        return filesOf.Keys.Concat(shared.SelectMany(first => shared.Select(second => Join(first, 0, second, 0))));
    }

    private static Pattern Join(in Pattern first, int firstBar, in Pattern second, int secondBar)
    {
        const int Steps = Pattern.StepCount / 2;
        return new([.. first.Masks.Slice(firstBar * Steps, Steps), .. second.Masks.Slice(secondBar * Steps, Steps)]);
    }

    // What each candidate comes near to, itself left out: that a training pattern is like itself says nothing of others.
    private static int[][] Reached(Pattern[] candidates, Pattern[] training)
    {
        var reached = new int[candidates.Length][];
        Parallel.For(0, candidates.Length, i =>
        {
            var near = new List<int>();
            ref readonly Pattern candidate = ref candidates[i];
            for (int j = 0; j < training.Length; j++)
            {
                int distance = candidate.DistanceTo(training[j]);
                if (distance is > 0 and <= Reach)
                {
                    near.Add(j);
                }
            }

            reached[i] = [.. near];
        });
        return reached;
    }
}
