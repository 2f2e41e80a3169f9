using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation;

/// <summary>The results of the authors' filter. Every share is of all samples, with duplicates, so that the figures are
/// comparable.</summary>
/// <param name="Samples">The number of samples.</param>
/// <param name="Passed">The share that passes the <see cref="EntropyFilter"/>.</param>
/// <param name="PassedNovel">The share that passes and is not in the training set: the authors' complete filter. Null without a training
/// set.</param>
/// <param name="Unique">Distinct patterns per sample: 1 when all samples differ.</param>
/// <param name="PassedUnique">Distinct patterns that pass, per sample.</param>
/// <param name="Novel">The share that is not in the training set, whether it passes or not. Null without a training set.</param>
public sealed record FilterPass(int Samples, double Passed, double? PassedNovel, double Unique, double PassedUnique, double? Novel)
{
    /// <summary>Filters samples.</summary>
    /// <param name="samples">At least one.</param>
    /// <param name="training">The patterns of the training set; empty when it is not known.</param>
    public static FilterPass Measure(ReadOnlySpan<Pattern> samples, IReadOnlySet<Pattern> training)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Length);
        Pattern[] all = samples.ToArray(), passed = [.. all.Where(sample => EntropyFilter.Passes(sample))];
        double Share(IEnumerable<Pattern> some) => some.Count() / (double)all.Length;
        double? Novel(Pattern[] some) => training.Count > 0 ? Share(some.Where(sample => !training.Contains(sample))) : null;
        return new(all.Length, Share(passed), Novel(passed), Share(all.Distinct()), Share(passed.Distinct()), Novel(all));
    }
}
