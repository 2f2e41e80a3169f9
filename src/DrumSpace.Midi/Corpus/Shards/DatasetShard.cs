using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>The different patterns of one part of a corpus, for a job of its own; <see cref="ShardMerge"/> makes one data set of all parts.</summary>
/// <param name="Lines">All different patterns, those too that the entropy filter does not keep (the merge counts them), in order of place.</param>
/// <param name="Summary">Which part it is, and its counts.</param>
public sealed record DatasetShard(IReadOnlyList<ShardLine> Lines, ShardSummary Summary)
{
    /// <summary>Reads a source's shard on several threads. Memory follows the number of the shard's different patterns.</summary>
    /// <param name="source">The corpus, and which shard of it.</param>
    /// <param name="threads">At least 1; null for one a core.</param>
    /// <param name="progress">Called after each file with the number of files done, one call at a time, on any thread.</param>
    /// <param name="cancellation">Ends the work between two files.</param>
    /// <exception cref="ArgumentException">The source is of no shard.</exception>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DatasetShard Build(
        PatternSource source, int? threads = null, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        CorpusShard shard = source.Shard ?? throw new ArgumentException("The source reads all files, not a shard.", nameof(source));
        CorpusListing listing = new();
        PatternCensus census = PatternCensus.Of(source, threads, progress, listing, cancellation);
        ShardSummary summary = new(
            ShardSummary.CurrentFormat,
            shard.ToString(),
            source.HopBars,
            listing.Files,
            listing.Fingerprint,
            census.Summary,
            [.. census.Refused.Select(one => new ShardRefusal(one.File, one.Refusal.Path, one.Refusal.Offset, one.Refusal.Reason))]);
        return new DatasetShard([.. census.Patterns.Select(one => new ShardLine(one.Pattern, one.File, one.Window))], summary);
    }

    /// <summary>Writes the tsv file and, after it, the summary: where a summary lies, its shard is whole.</summary>
    /// <param name="path">The tsv file; the summary's name is <see cref="ShardSummary.PathFor"/>.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Write(string path)
    {
        string summary = ShardSummary.PathFor(path);
        if (File.Exists(summary))
        {
            File.Delete(summary);
        }

        TsvLines.Write(path, writer =>
        {
            var buffer = new char[PatternLine.MaxLength];
            foreach (ShardLine line in Lines)
            {
                line.Write(writer, buffer);
            }
        });
        Summary.Write(summary);
    }
}
