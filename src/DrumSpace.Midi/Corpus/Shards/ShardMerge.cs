using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// Makes one data set of all shards of a corpus: the same bytes and counts as one job over all files gives, in whatever order the shards
/// are named. The shards are read side by side and the result is written as it comes, so memory holds each different pattern once and
/// nothing else that grows. Not thread-safe.
/// </summary>
public sealed class ShardMerge
{
    // Every shard's path and summary, by the shard's index.
    private readonly (string Path, ShardSummary Summary)[] _shards;

    private ShardMerge((string Path, ShardSummary Summary)[] shards) => _shards = shards;

    /// <summary>The files that no shard could read, in the order of the whole corpus.</summary>
    public IReadOnlyList<RefusedFile> Refused =>
    [
        .. _shards.SelectMany(shard => shard.Summary.Refused)
            .OrderBy(one => one.File)
            .Select(one => new RefusedFile(one.Path, one.Offset, one.Reason)),
    ];

    /// <summary>Reads the summaries and checks that they are all shards of one corpus, cut alike.</summary>
    /// <param name="paths">The shards' tsv files, each with its summary beside it, in any order.</param>
    /// <exception cref="InvalidDataException">A summary is damaged, or the shards do not belong together or are not all there; the message names
    /// the files and what is wrong.</exception>
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
                throw new InvalidDataException($"{path}: shard {shard}, but {firstPath} is {first.Shard}: all must be of the same number");
            }

            if (summary.HopBars != first.HopBars)
            {
                throw new InvalidDataException(
                    $"{path}: built with --hop-bars {summary.HopBars}, but {firstPath} with {first.HopBars}: all must be built alike");
            }

            if ((summary.CorpusFiles, summary.CorpusFingerprint) != (first.CorpusFiles, first.CorpusFingerprint))
            {
                throw new InvalidDataException(
                    $"{path}: built from {summary.CorpusFiles} files of other names or order than the {first.CorpusFiles} of {firstPath}: "
                    + "every shard must be given the same folders");
            }

            if (found[shard.Index].Summary is not null)
            {
                throw new InvalidDataException($"{path}: shard {shard}, as {found[shard.Index].Path} is");
            }

            found[shard.Index] = (path, summary);
        }

        int[] missing = [.. Enumerable.Range(0, count).Where(index => found[index].Summary is null)];
        return missing.Length == 0
            ? new ShardMerge(found)
            : throw new InvalidDataException($"of {count} shards {missing.Length} are missing: {Name(missing)}");
    }

    /// <summary>Writes the data set whole, or leaves what was there.</summary>
    /// <param name="output">The tsv file to write, none of the shards.</param>
    /// <returns>The counts over all shards.</returns>
    /// <exception cref="InvalidDataException">A shard is damaged; the message names file and line.</exception>
    /// <exception cref="IOException">A shard is missing, or a file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public DatasetSummary Write(string output)
    {
        if (_shards.Any(shard => Path.GetFullPath(shard.Path) == Path.GetFullPath(output)))
        {
            throw new InvalidDataException($"{output}: is one of the shards");
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
            counts.Sum(one => one.FilesRead),
            counts.Sum(one => one.FilesRefused),
            counts.Sum(one => one.Windows),
            counts.Sum(one => one.WindowsPassed),
            seen.Count,
            passed);
    }

    private static string Name(int[] missing)
    {
        const int Most = 20;
        return string.Join(", ", missing.Take(Most)) + (missing.Length > Most ? " ..." : "");
    }

    // All lines of all shards by their places in the corpus; of a pattern's, the first is where one job over all files has it.
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
