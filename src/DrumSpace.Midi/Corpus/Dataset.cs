using System.Runtime.InteropServices;
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

        // To each pattern, where the corpus first has it: the file's index above the window's.
        Dictionary<Pattern, (int File, int Window)> first = [];
        List<(int File, RefusedFile Refusal)> refused = [];
        int read = 0;
        long windows = 0;
        long windowsPassed = 0;
        void Take(CorpusFile file, List<Pattern> patterns, RefusedFile? refusal)
        {
            long passed = CountPassed(patterns);
            lock (first)
            {
                if (refusal is not null)
                {
                    refused.Add((file.Index, refusal));
                }

                read += refusal is null ? 1 : 0;
                windows += patterns.Count;
                windowsPassed += passed;
                Merge(first, patterns, file.Index);
                progress?.Invoke(read + refused.Count);
            }
        }

        source.ForEach(Take, threads ?? Environment.ProcessorCount, cancellation);
        Pattern[] kept = [.. first.Where(pair => EntropyFilter.Passes(pair.Key)).OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        return new Dataset(
            kept,
            [.. refused.OrderBy(one => one.File).Select(one => one.Refusal)],
            new DatasetSummary(read, refused.Count, windows, windowsPassed, first.Count, kept.Length));
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

    private static void Merge(Dictionary<Pattern, (int File, int Window)> first, List<Pattern> patterns, int file)
    {
        for (int window = 0; window < patterns.Count; window++)
        {
            ref (int File, int Window) place = ref CollectionsMarshal.GetValueRefOrAddDefault(first, patterns[window], out bool exists);
            if (!exists || (file, window).CompareTo(place) < 0)
            {
                place = (file, window);
            }
        }
    }
}
