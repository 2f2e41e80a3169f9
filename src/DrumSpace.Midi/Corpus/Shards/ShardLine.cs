using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// A line of a shard's tsv file: a pattern as in the paper's files, and the position of its first occurrence in the shard, separated by
/// TABs. By the positions a merge restores the order of the whole corpus.
/// </summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="File">The file's index in the whole corpus, from 0.</param>
/// <param name="Window">The window in that file, from 0.</param>
public readonly record struct ShardLine(Pattern Pattern, int File, int Window)
{
    /// <summary>Whether this line's position is before another's.</summary>
    public bool IsBefore(ShardLine other) => (File, Window).CompareTo((other.File, other.Window)) < 0;

    /// <summary>Parses a line; blanks at either end are ignored.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="result">The pattern and its position.</param>
    /// <param name="error">What is wrong when this returns false.</param>
    public static bool TryParse(ReadOnlySpan<char> line, out ShardLine result, [NotNullWhen(false)] out string? error)
    {
        result = default;
        line = line.Trim();
        Span<Range> columns = stackalloc Range[4];
        if (line.Split(columns, '\t') != 3
            || !int.TryParse(line[columns[1]], NumberStyles.None, CultureInfo.InvariantCulture, out int file)
            || !int.TryParse(line[columns[2]], NumberStyles.None, CultureInfo.InvariantCulture, out int window))
        {
            error = "not a line of a shard: expected a pattern, a file index and a window index, separated by TABs";
            return false;
        }

        if (!PatternLine.TryParse(line[columns[0]], out PatternLine pattern, out error))
        {
            return false;
        }

        result = new ShardLine(pattern.Pattern, file, window);
        return true;
    }

    /// <summary>The line, without a line break.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{new PatternLine(Pattern)}\t{File}\t{Window}");
}
