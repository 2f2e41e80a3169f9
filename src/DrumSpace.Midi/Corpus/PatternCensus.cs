using System.Runtime.InteropServices;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// The unique patterns of a corpus, each with the position of its first occurrence, and the counts of files and windows. The result does
/// not depend on the threads.
/// </summary>
internal sealed class PatternCensus
{
    private readonly Dictionary<Pattern, (int File, int Window)> _first = [];
    private readonly List<RefusedFile> _refused = [];
    private int _read;
    private long _windows;
    private long _windowsPassed;
    private ReadingTally _tally;

    /// <summary>The unique patterns in order of their positions: the file's index, then the window's.</summary>
    public IEnumerable<(Pattern Pattern, int File, int Window)> Patterns =>
        _first.OrderBy(pair => pair.Value).Select(pair => (pair.Key, pair.Value.File, pair.Value.Window));

    /// <summary>The files that could not be read, in order.</summary>
    public IEnumerable<RefusedFile> Refused => _refused.OrderBy(refused => refused.File);

    /// <summary>The counts.</summary>
    public DatasetSummary Summary =>
        new(
            _read,
            _refused.Count,
            _windows,
            _windowsPassed,
            _first.Count,
            _first.Keys.Count(pattern => EntropyFilter.Passes(pattern)),
            _tally);

    /// <summary>Reads a corpus on several threads.</summary>
    /// <param name="source">The corpus, or a shard of it.</param>
    /// <param name="threads">At least 1; null for one per core.</param>
    /// <param name="progress">Called after each file with the number of files read, one call at a time, on any thread.</param>
    /// <param name="listing">Records every file, those of other shards too; null for none.</param>
    /// <param name="cancellation">Cancels between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PatternCensus Of(
        PatternSource source, int? threads, Action<int>? progress, CorpusListing? listing, CancellationToken cancellation)
    {
        PatternCensus census = new();
        source.ForEach(
            (file, patterns, tally, refusal) => census.Add(file, patterns, tally, refusal, progress),
            threads ?? Environment.ProcessorCount,
            listing,
            cancellation);
        return census;
    }

    private void Add(CorpusFile file, List<Pattern> patterns, ReadingTally tally, RefusedFile? refusal, Action<int>? progress)
    {
        int passed = patterns.Count(pattern => EntropyFilter.Passes(pattern));
        lock (_first)
        {
            if (refusal is not null)
            {
                _refused.Add(refusal);
            }

            _read += refusal is null ? 1 : 0;
            _tally += tally;
            _windows += patterns.Count;
            _windowsPassed += passed;
            Merge(patterns, file.Index);
            progress?.Invoke(_read + _refused.Count);
        }
    }

    private void Merge(List<Pattern> patterns, int file)
    {
        for (int window = 0; window < patterns.Count; window++)
        {
            ref (int File, int Window) first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, patterns[window], out bool exists);
            if (!exists || (file, window).CompareTo(first) < 0)
            {
                first = (file, window);
            }
        }
    }
}
