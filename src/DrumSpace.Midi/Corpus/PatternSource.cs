using System.Runtime.ExceptionServices;
using DrumSpace.Midi.Corpus.Shards;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// The patterns of MIDI folders, file by file, cut on all cores. Immutable; any thread.
/// </summary>
/// <param name="folders">Read one after the other.</param>
/// <param name="hopBars">Bars from one window to the next, 1 or 2.</param>
/// <param name="shard">The part of the files to read; null for all.</param>
public sealed class PatternSource(IReadOnlyList<CorpusFolder> folders, int hopBars = 2, CorpusShard? shard = null)
{
    /// <summary>Bars from one window to the next, 1 or 2.</summary>
    public int HopBars => hopBars;

    /// <summary>The part of the files that is read; null for all.</summary>
    public CorpusShard? Shard => shard;

    /// <summary>The files of all folders, in order; of them, those of the shard. Their indices count the files of all shards.</summary>
    /// <param name="listing">Takes note of every file as it is listed, those of other shards too.</param>
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
    /// Cuts every file and holds all the patterns: for training, where they must lie in memory. The order is that of <see cref="Files"/>,
    /// whatever the number of threads.
    /// </summary>
    /// <exception cref="IOException">A folder cannot be listed; files that cannot be read are in the result instead.</exception>
    public IReadOnlyList<FilePatterns> ReadAll(CancellationToken cancellation = default)
    {
        List<FilePatterns> all = [];
        ForEach(
            (file, patterns, refusal) =>
            {
                FilePatterns one = new(file, [.. patterns], refusal);
                lock (all)
                {
                    all.Add(one);
                }
            },
            Environment.ProcessorCount,
            cancellation);
        all.Sort((one, other) => one.File.Index.CompareTo(other.File.Index));
        return all;
    }

    /// <summary>
    /// Cuts every file and gives each one's patterns to <paramref name="each"/> as soon as they are there: in any order, from several threads
    /// at once, in a list that is used again after the call. Nothing is kept, so memory does not grow with the corpus.
    /// </summary>
    /// <param name="each">Takes file, patterns and, for a file that could not be read, the reason.</param>
    /// <param name="threads">How many threads cut, at least 1.</param>
    /// <param name="cancellation">Ends the work between two files.</param>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void ForEach(Action<CorpusFile, List<Pattern>, RefusedFile?> each, int threads, CancellationToken cancellation = default) =>
        ForEach(each, threads, null, cancellation);

    /// <summary>As the other, and takes note of what the folders hold.</summary>
    /// <param name="each">Takes file, patterns and, for a file that could not be read, the reason.</param>
    /// <param name="threads">How many threads cut, at least 1.</param>
    /// <param name="cancellation">Ends the work between two files.</param>
    /// <param name="listing">Takes note of every file, those of other shards too; whole when the call returns.</param>
    internal void ForEach(
        Action<CorpusFile, List<Pattern>, RefusedFile?> each, int threads, CorpusListing? listing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(each);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);

        // Threads of our own, not Parallel: the work is over before that has compiled itself.
        using Work work = new(Files(listing).GetEnumerator(), cancellation);
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Run) { IsBackground = true, Name = "Pattern extraction" };
            others[i].Start();
        }

        Run();
        foreach (Thread other in others)
        {
            other.Join();
        }

        work.Failure?.Throw();

        void Run()
        {
            try
            {
                PatternExtractor extractor = new(hopBars);
                List<Pattern> patterns = [];
                while (work.Next() is { } file)
                {
                    patterns.Clear();
                    RefusedFile? refusal = TryExtract(extractor, file, patterns);
                    each(file, patterns, refusal);
                }
            }
            catch (Exception error)
            {
                // Thrown on the calling thread once all have ended.
                work.Fail(error);
            }
        }
    }

    private static RefusedFile? TryExtract(PatternExtractor extractor, CorpusFile file, List<Pattern> patterns)
    {
        try
        {
            extractor.Extract(file.Path, file.Kit, patterns);
            return null;
        }
        catch (MidiFormatException error)
        {
            return new RefusedFile(file.Path, error.Offset, error.Reason);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new RefusedFile(file.Path, null, error.Message);
        }
    }

    // The files still to do, and the first failure, which ends the work of all threads.
    private sealed class Work(IEnumerator<CorpusFile> files, CancellationToken cancellation) : IDisposable
    {
        public ExceptionDispatchInfo? Failure { get; private set; }

        public CorpusFile? Next()
        {
            lock (files)
            {
                cancellation.ThrowIfCancellationRequested();
                return Failure is null && files.MoveNext() ? files.Current : null;
            }
        }

        public void Fail(Exception error)
        {
            lock (files)
            {
                Failure ??= ExceptionDispatchInfo.Capture(error);
            }
        }

        public void Dispose() => files.Dispose();
    }
}
