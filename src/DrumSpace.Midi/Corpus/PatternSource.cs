using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The patterns of MIDI folders, file by file, extracted on all cores. Immutable; any thread.</summary>
/// <param name="folders">Read in order.</param>
/// <param name="hopBars">Bars from one window to the next, 1 or 2.</param>
/// <param name="shard">The shard to read; null for all files.</param>
public sealed class PatternSource(IReadOnlyList<CorpusFolder> folders, int hopBars = 2, CorpusShard? shard = null)
{
    /// <summary>Bars from one window to the next, 1 or 2.</summary>
    public int HopBars => hopBars;

    /// <summary>The shard that is read; null for all files.</summary>
    public CorpusShard? Shard => shard;

    /// <summary>The files of all folders, in order, filtered to the shard. Indices count the files of all shards.</summary>
    /// <param name="listing">Records every file, those of other shards too.</param>
    public IEnumerable<CorpusFile> Files(CorpusListing? listing = null)
    {
        int index = 0;
        foreach (CorpusFolder folder in folders)
        {
            foreach (CorpusFile file in folder.Files(index))
            {
                index = file.Index + 1;
                listing?.Add(file);
                if (shard is null || shard.Has(file.RelativePath))
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>
    /// Reads all patterns into memory, for training. The order is that of <see cref="Files"/>, whatever the number of threads.
    /// </summary>
    /// <exception cref="IOException">A folder cannot be listed. Files that cannot be read are in the result.</exception>
    public IReadOnlyList<FilePatterns> ReadAll(CancellationToken cancellation = default)
    {
        List<FilePatterns> all = [];
        ForEach(
            (file, patterns, tally, refusal) =>
            {
                FilePatterns read = new(file, [.. patterns], refusal) { Tally = tally };
                lock (all)
                {
                    all.Add(read);
                }
            },
            Environment.ProcessorCount,
            cancellation: cancellation);
        all.Sort((left, right) => left.File.Index.CompareTo(right.File.Index));
        return all;
    }

    /// <summary>
    /// Reads every file and passes its patterns to <paramref name="each"/>: in any order, from several threads at once, in a list that is
    /// reused after the call. Memory does not grow with the corpus.
    /// </summary>
    /// <param name="each">Called with the file, its patterns, what became of its notes and, if it could not be read, the reason.</param>
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="listing">Records every file, those of other shards too; complete when the call returns. Null for none.</param>
    /// <param name="cancellation">Cancels between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void ForEach(
        Action<CorpusFile, List<Pattern>, ReadingTally, RefusedFile?> each,
        int threads,
        CorpusListing? listing = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(each);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Files(listing), EnumerablePartitionerOptions.NoBuffering),
                options,
                () => (Extractor: new PatternExtractor(hopBars), Patterns: new List<Pattern>()),
                (file, _, worker) =>
                {
                    worker.Patterns.Clear();
                    RefusedFile? refusal = TryExtract(worker.Extractor, file, worker.Patterns);
                    each(file, worker.Patterns, refusal is null ? worker.Extractor.Tally : default, refusal);
                    return worker;
                },
                _ => { });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    private static RefusedFile? TryExtract(PatternExtractor extractor, CorpusFile file, List<Pattern> patterns)
    {
        if (file.Refusal is { } reason)
        {
            return new RefusedFile(file.Index, file.Path, null, reason);
        }

        try
        {
            extractor.Extract(file.Path, file.Kit, patterns);
            return null;
        }
        catch (MidiFormatException error)
        {
            return new RefusedFile(file.Index, file.Path, error.Offset, error.Reason);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new RefusedFile(file.Index, file.Path, null, error.Message);
        }
    }
}
