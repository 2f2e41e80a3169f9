namespace DrumSpace.Midi.Corpus.Shards;

/// <summary>A shard's tsv file: a <see cref="ShardLine"/> a line, in order of place.</summary>
internal static class ShardTsv
{
    /// <summary>Reads a file line by line as it is enumerated.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">How many lines its summary says it has.</param>
    /// <exception cref="InvalidDataException">A line is none of the format or out of order, or lines are missing or too many; the message
    /// names file and line.</exception>
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
                throw new InvalidDataException($"{path}: line {number}: out of order: its place is not behind that of the line before");
            }

            last = line;
            read++;
            yield return line;
        }

        if (read != count)
        {
            throw new InvalidDataException($"{path}: {read} patterns, but its summary says {count}");
        }
    }
}
