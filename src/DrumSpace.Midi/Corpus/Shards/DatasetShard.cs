namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>The unique patterns of one shard of a corpus; <see cref="ShardMerge"/> merges all shards to one data set.</summary>
/// <param name="Lines">All unique patterns, in order of position, before the entropy filter: the merge counts them.</param>
/// <param name="Summary">The shard and its counts.</param>
public sealed record DatasetShard(IReadOnlyList<ShardLine> Lines, ShardSummary Summary)
{
    /// <summary>Reads a source's shard on several threads. Memory grows with the number of the shard's unique patterns.</summary>
    /// <param name="source">The corpus and the shard.</param>
    /// <param name="threads">At least 1; null for one per core.</param>
    /// <param name="progress">Called after each file with the number of files read, one call at a time, on any thread.</param>
    /// <param name="cancellation">Cancels between two files.</param>
    /// <exception cref="ArgumentException">The source has no shard.</exception>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DatasetShard Build(
        PatternSource source, int? threads = null, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        CorpusShard shard = source.Shard ?? throw new ArgumentException("The source has no shard.", nameof(source));
        CorpusListing listing = new();
        PatternCensus census = PatternCensus.Of(source, threads, progress, listing, cancellation);
        ShardSummary summary = new(
            ShardSummary.CurrentFormat,
            shard.ToString(),
            source.HopBars,
            listing.Files,
            listing.Fingerprint,
            census.Summary,
            [.. census.Refused]);
        return new DatasetShard([.. census.Patterns.Select(unique => new ShardLine(unique.Pattern, unique.File, unique.Window))], summary);
    }

    /// <summary>Writes the tsv file and then the summary: a shard with a summary is complete.</summary>
    /// <param name="path">The tsv file; the summary's path is <see cref="ShardSummary.PathFor"/>.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Write(string path)
    {
        string summary = ShardSummary.PathFor(path);
        File.Delete(summary);
        TsvLines.Write(path, Lines.Select(line => line.ToString()));
        Summary.Write(summary);
    }
}
