using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The unique patterns of a corpus that pass the entropy filter, and the result of reading the files.</summary>
/// <param name="Patterns">In order of their first occurrence in the corpus, whatever the number of threads.</param>
/// <param name="Refused">The files that could not be read, in order of their paths.</param>
/// <param name="Summary">The counts.</param>
public sealed record Dataset(IReadOnlyList<Pattern> Patterns, IReadOnlyList<RefusedFile> Refused, DatasetSummary Summary)
{
    /// <summary>
    /// Reads a corpus on several threads. Memory grows with the number of unique patterns and refused files, not of all files.
    /// </summary>
    /// <param name="source">The corpus.</param>
    /// <param name="threads">At least 1; null for one per core.</param>
    /// <param name="progress">Called after each file with the number of files read, one call at a time, on any thread.</param>
    /// <param name="cancellation">Cancels between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Dataset Build(
        PatternSource source, int? threads = null, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        PatternCensus census = PatternCensus.Of(source, threads, progress, null, cancellation);
        Pattern[] kept = [.. census.Patterns.Select(unique => unique.Pattern).Where(pattern => EntropyFilter.Passes(pattern))];
        return new Dataset(kept, [.. census.Refused], census.Summary);
    }
}
