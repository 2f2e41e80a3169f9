using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The different patterns of a corpus that the entropy filter keeps, and what became of the files.</summary>
/// <param name="Patterns">In the order in which the corpus first has them, whatever the number of threads.</param>
/// <param name="Refused">The files that could not be read, in order of their paths.</param>
/// <param name="Summary">The counts.</param>
public sealed record Dataset(IReadOnlyList<Pattern> Patterns, IReadOnlyList<RefusedFile> Refused, DatasetSummary Summary)
{
    /// <summary>
    /// Reads a corpus on several threads. Memory follows the number of different patterns (and of refused files), not that of files.
    /// </summary>
    /// <param name="source">The corpus.</param>
    /// <param name="threads">At least 1; null for one a core.</param>
    /// <param name="progress">Called after each file with the number of files done, one call at a time, on any thread.</param>
    /// <param name="cancellation">Ends the work between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Dataset Build(PatternSource source, int? threads = null, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);

        PatternCensus census = PatternCensus.Of(source, threads, progress, null, cancellation);
        Pattern[] kept = [.. census.Patterns.Select(one => one.Pattern).Where(pattern => EntropyFilter.Passes(pattern))];
        return new Dataset(kept, [.. census.Refused.Select(one => one.Refusal)], census.Summary);
    }
}
