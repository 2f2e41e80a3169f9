using System.Globalization;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// One of N parts of a corpus's files. Which part a file belongs to is fixed by its relative path alone, so that it is the same on every
/// machine and in whatever order folders are listed; the parts are about equally large. Immutable; any thread.
/// </summary>
public sealed record CorpusShard
{
    /// <summary>The most parts; each is an open file while they are merged.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Names a part.</summary>
    /// <param name="index">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">From 1 to <see cref="MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    public CorpusShard(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        Index = index;
        Count = count;
    }

    /// <summary>Which part, from 0.</summary>
    public int Index { get; }

    /// <summary>Into how many parts the corpus is cut.</summary>
    public int Count { get; }

    /// <summary>Reads the text that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is none; the message says what is expected.</exception>
    public static CorpusShard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= MaxCount && index < count
                ? new CorpusShard(index, count)
                : throw new FormatException($"'{text}' is no shard: expected I/N, with I from 0 to N - 1 and N up to {MaxCount}");
    }

    /// <summary>Whether a file is of this part.</summary>
    /// <param name="relativePath">As <see cref="CorpusFile.RelativePath"/> has it.</param>
    public bool Has(string relativePath) => PathHash.Mix(PathHash.Of(relativePath)) % (uint)Count == (uint)Index;

    /// <summary>I/N, for example 0/4.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
