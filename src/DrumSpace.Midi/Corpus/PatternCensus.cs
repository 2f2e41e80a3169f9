using System.Runtime.InteropServices;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// The different patterns of a corpus, each with the place where the corpus first has it, and what became of the files. Its threads take
/// turns, and the result does not hang on them.
/// </summary>
internal sealed class PatternCensus
{
    private readonly Dictionary<Pattern, (int File, int Window)> _first = [];
    private readonly List<(int File, RefusedFile Refusal)> _refused = [];
    private int _read;
    private long _windows;
    private long _windowsPassed;

    /// <summary>The different patterns in the order of their places: the file's index, then the window's.</summary>
    public IEnumerable<(Pattern Pattern, int File, int Window)> Patterns =>
        _first.OrderBy(pair => pair.Value).Select(pair => (pair.Key, pair.Value.File, pair.Value.Window));

    /// <summary>The files that could not be read, with their indices, in order.</summary>
    public IEnumerable<(int File, RefusedFile Refusal)> Refused => _refused.OrderBy(one => one.File);

    /// <summary>The counts.</summary>
    public DatasetSummary Summary =>
        new(_read, _refused.Count, _windows, _windowsPassed, _first.Count, _first.Keys.Count(pattern => EntropyFilter.Passes(pattern)));

    /// <summary>Reads a corpus on several threads.</summary>
    /// <param name="source">The corpus, or a shard of it.</param>
    /// <param name="threads">At least 1; null for one a core.</param>
    /// <param name="progress">Called after each file with the number of files done, one call at a time, on any thread.</param>
    /// <param name="listing">Takes note of every file, those of other shards too; null when nobody asks.</param>
    /// <param name="cancellation">Ends the work between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PatternCensus Of(
        PatternSource source, int? threads, Action<int>? progress, CorpusListing? listing, CancellationToken cancellation)
    {
        PatternCensus census = new();
        source.ForEach(
            (file, patterns, refusal) => census.Take(file, patterns, refusal, progress),
            threads ?? Environment.ProcessorCount,
            listing,
            cancellation);
        return census;
    }

    private void Take(CorpusFile file, List<Pattern> patterns, RefusedFile? refusal, Action<int>? progress)
    {
        long passed = CountPassed(patterns);
        lock (_first)
        {
            if (refusal is not null)
            {
                _refused.Add((file.Index, refusal));
            }

            _read += refusal is null ? 1 : 0;
            _windows += patterns.Count;
            _windowsPassed += passed;
            Merge(patterns, file.Index);
            progress?.Invoke(_read + _refused.Count);
        }
    }

    private static long CountPassed(List<Pattern> patterns)
    {
        long passed = 0;
        foreach (ref readonly Pattern pattern in CollectionsMarshal.AsSpan(patterns))
        {
            passed += EntropyFilter.Passes(pattern) ? 1 : 0;
        }

        return passed;
    }

    private void Merge(List<Pattern> patterns, int file)
    {
        for (int window = 0; window < patterns.Count; window++)
        {
            ref (int File, int Window) place = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, patterns[window], out bool exists);
            if (!exists || (file, window).CompareTo(place) < 0)
            {
                place = (file, window);
            }
        }
    }
}
