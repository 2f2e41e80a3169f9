using System.Globalization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// One of N parts of a corpus's files, about equal in size. A file's part is fixed by its relative path alone, so that it is the same on
/// every machine and in any order of folders. Immutable; any thread.
/// </summary>
public sealed record CorpusShard
{
    /// <summary>The maximum number of shards; each is an open file while they are merged.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Makes a shard.</summary>
    /// <param name="index">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">From 1 to <see cref="MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public CorpusShard(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        Index = index;
        Count = count;
    }

    /// <summary>The shard's index, from 0.</summary>
    public int Index { get; }

    /// <summary>The number of shards.</summary>
    public int Count { get; }

    /// <summary>Parses the text of <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is invalid; the message says what is expected.</exception>
    public static CorpusShard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= MaxCount && index < count
                ? new CorpusShard(index, count)
                : throw new FormatException($"'{text}' is not a shard: expected I/N, with I from 0 to N - 1 and N up to {MaxCount}");
    }

    /// <summary>Whether a file belongs to this shard.</summary>
    /// <param name="relativePath">The file's <see cref="CorpusFile.RelativePath"/>.</param>
    public bool Has(string relativePath) => PathHash.Mix(PathHash.Of(relativePath)) % (uint)Count == (uint)Index;

    /// <summary>I/N, for example 0/4.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
