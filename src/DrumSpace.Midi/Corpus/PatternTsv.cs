using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The paper's tsv files, with a <see cref="PatternLine"/> per line.</summary>
public static class PatternTsv
{
    /// <summary>Reads a file lazily, line by line; empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">A line is invalid; the message names file and line.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static IEnumerable<PatternLine> Read(string path)
    {
        foreach ((int number, ReadOnlyMemory<char> text) in TsvLines.Read(path))
        {
            yield return PatternLine.TryParse(text.Span, out PatternLine line, out string? error)
                ? line
                : throw new InvalidDataException($"{path}: line {number}: {error}");
        }
    }

    /// <summary>Writes a file atomically.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<PatternLine> lines) => TsvLines.Write(path, lines.Select(line => line.ToString()));
}
