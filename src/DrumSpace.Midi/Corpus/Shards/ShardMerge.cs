using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// Merges all shards of a corpus to one data set, with the same bytes and counts as one job over all files, whatever the order of the
/// shards. The shards are read in parallel streams: memory grows with the number of unique patterns only. Not thread-safe.
/// </summary>
public sealed class ShardMerge
{
    // By the shard's index.
    private readonly (string Path, ShardSummary Summary)[] _shards;

    private ShardMerge((string Path, ShardSummary Summary)[] shards) => _shards = shards;

    /// <summary>The files that could not be read, in the order of the whole corpus.</summary>
    public IReadOnlyList<RefusedFile> Refused =>
        [.. _shards.SelectMany(shard => shard.Summary.Refused).OrderBy(refused => refused.File)];

    /// <summary>Reads the summaries and checks that they are all the shards of one corpus, built with the same options.</summary>
    /// <param name="paths">The shards' tsv files, each with its summary beside it, in any order.</param>
    /// <exception cref="InvalidDataException">
    /// A summary is invalid, or the shards do not belong together or are incomplete; the message names the files.
    /// </exception>
    /// <exception cref="IOException">A summary is missing or cannot be read.</exception>
    public static ShardMerge Open(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count);
        (string Path, ShardSummary Summary)[] all = [.. paths.Select(path => (path, ShardSummary.Read(ShardSummary.PathFor(path))))];
        (string firstPath, ShardSummary first) = all[0];
        int count = CorpusShard.Parse(first.Shard).Count;
        var found = new (string Path, ShardSummary Summary)[count];
        foreach ((string path, ShardSummary summary) in all)
        {
            CorpusShard shard = CorpusShard.Parse(summary.Shard);
            if (shard.Count != count)
            {
                throw new InvalidDataException(
                    $"{path}: shard {shard}, but {firstPath} is {first.Shard}: the numbers of shards must be equal");
            }

            if (summary.HopBars != first.HopBars)
            {
                throw new InvalidDataException(
                    $"{path}: built with --hop-bars {summary.HopBars}, but {firstPath} with {first.HopBars}: all must be the same");
            }

            if ((summary.CorpusFiles, summary.CorpusFingerprint) != (first.CorpusFiles, first.CorpusFingerprint))
            {
                throw new InvalidDataException(
                    $"{path}: built from {summary.CorpusFiles} files, but {firstPath} from {first.CorpusFiles}, or in another order: "
                    + "all must be built from the same folders");
            }

            if (found[shard.Index].Summary is not null)
            {
                throw new InvalidDataException($"{path}: shard {shard}, like {found[shard.Index].Path}");
            }

            found[shard.Index] = (path, summary);
        }

        int[] missing = [.. Enumerable.Range(0, count).Where(index => found[index].Summary is null)];
        return missing.Length == 0
            ? new ShardMerge(found)
            : throw new InvalidDataException($"{missing.Length} of {count} shards are missing: {List(missing)}");
    }

    /// <summary>Writes the data set atomically.</summary>
    /// <param name="output">The tsv file; not one of the shards.</param>
    /// <returns>The counts over all shards.</returns>
    /// <exception cref="InvalidDataException">A shard is invalid; the message names file and line.</exception>
    /// <exception cref="IOException">A shard is missing, or a file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public DatasetSummary Write(string output)
    {
        if (_shards.Any(shard => Path.GetFullPath(shard.Path) == Path.GetFullPath(output)))
        {
            throw new InvalidDataException($"{output}: the output is one of the shards");
        }

        HashSet<Pattern> seen = [];
        int passed = 0;
        IEnumerable<PatternLine> Kept()
        {
            foreach (ShardLine line in InOrder())
            {
                if (seen.Add(line.Pattern) && EntropyFilter.Passes(line.Pattern))
                {
                    passed++;
                    yield return new PatternLine(line.Pattern);
                }
            }
        }

        PatternTsv.Write(output, Kept());
        DatasetSummary[] counts = [.. _shards.Select(shard => shard.Summary.Counts)];
        return new DatasetSummary(
            counts.Sum(count => count.FilesRead),
            counts.Sum(count => count.FilesRefused),
            counts.Sum(count => count.Windows),
            counts.Sum(count => count.WindowsPassed),
            seen.Count,
            passed,
            counts.Aggregate(default(ReadingTally), (sum, count) => sum + count.Tally));
    }

    private static string List(int[] missing)
    {
        const int MaxListed = 20;
        return string.Join(", ", missing.Take(MaxListed)) + (missing.Length > MaxListed ? " ..." : "");
    }

    // All lines in order of position: the first of a pattern is its first occurrence in the whole corpus.
    private IEnumerable<ShardLine> InOrder()
    {
        List<IEnumerator<ShardLine>> readers = [];
        PriorityQueue<IEnumerator<ShardLine>, (int File, int Window)> next = new();
        try
        {
            foreach ((string path, ShardSummary summary) in _shards)
            {
                IEnumerator<ShardLine> reader = ShardTsv.Read(path, summary.Counts.Unique).GetEnumerator();
                readers.Add(reader);
                Advance(reader);
            }

            while (next.TryDequeue(out IEnumerator<ShardLine>? reader, out _))
            {
                yield return reader.Current;
                Advance(reader);
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }

        void Advance(IEnumerator<ShardLine> reader)
        {
            if (reader.MoveNext())
            {
                next.Enqueue(reader, (reader.Current.File, reader.Current.Window));
            }
        }
    }
}
