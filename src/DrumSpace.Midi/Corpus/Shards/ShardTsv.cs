namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>A shard's tsv file, with a <see cref="ShardLine"/> per line, in order of position.</summary>
internal static class ShardTsv
{
    /// <summary>Reads a file lazily, line by line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">The number of lines by its summary.</param>
    /// <exception cref="InvalidDataException">
    /// A line is invalid or out of order, or the number of lines is wrong; the message names file and line.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static IEnumerable<ShardLine> Read(string path, int count)
    {
        int read = 0;
        ShardLine last = new(default, -1, -1);
        foreach ((int number, ReadOnlyMemory<char> text) in TsvLines.Read(path))
        {
            if (!ShardLine.TryParse(text.Span, out ShardLine line, out string? error))
            {
                throw new InvalidDataException($"{path}: line {number}: {error}");
            }

            if (!last.IsBefore(line))
            {
                throw new InvalidDataException($"{path}: line {number}: out of order: its position is not after that of the line before");
            }

            last = line;
            read++;
            yield return line;
        }

        if (read != count)
        {
            throw new InvalidDataException($"{path}: {read} patterns, but {count} by its summary");
        }
    }
}
