using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>
/// A line of a shard's tsv file: a pattern as in the paper's files, and after a TAB each the place where the corpus first has it among the
/// shard's files. The place is what lets a merge write the patterns in the order of the whole corpus.
/// </summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="File">The file's index in the whole corpus, from 0.</param>
/// <param name="Window">The window in that file, from 0.</param>
public readonly record struct ShardLine(Pattern Pattern, int File, int Window)
{
    /// <summary>Whether the corpus has this line's place before another's.</summary>
    public bool IsBefore(ShardLine other) => (File, Window).CompareTo((other.File, other.Window)) < 0;

    /// <summary>Reads a line; blanks at either end do not matter.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="result">The pattern and its place.</param>
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
            error = "not of a shard: expected a pattern, a file's index and a window's, with TABs between them";
            return false;
        }

        if (!PatternLine.TryParse(line[columns[0]], out PatternLine pattern, out error))
        {
            return false;
        }

        result = new ShardLine(pattern.Pattern, file, window);
        return true;
    }

    /// <summary>Writes the line and a line break.</summary>
    /// <param name="writer">What to write to.</param>
    /// <param name="buffer">At least <see cref="PatternLine.MaxLength"/> characters.</param>
    public void Write(TextWriter writer, char[] buffer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        new PatternLine(Pattern).TryFormat(buffer, out int written);
        writer.Write(buffer, 0, written);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\t{File}\t{Window}"));
    }
}
