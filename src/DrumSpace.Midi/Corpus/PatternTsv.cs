using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>The paper's tsv files: a <see cref="PatternLine"/> a line.</summary>
public static class PatternTsv
{
    // The longest line of 16-bit masks and latents in any notation is far below this; a file without line breaks must not fill the memory.
    private const int LongestLine = 4096;

    /// <summary>Reads a file line by line as it is enumerated; empty lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is none of the format; the message names file and line.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static IEnumerable<PatternLine> Read(string path)
    {
        using StreamReader reader = new(path);
        var buffer = new char[LongestLine];
        int length = 0;
        int number = 0;
        bool isAtEnd = false;
        while (!isAtEnd || length > 0)
        {
            int end = Array.IndexOf(buffer, '\n', 0, length);
            if (end < 0 && !isAtEnd)
            {
                if (length == buffer.Length)
                {
                    throw new InvalidDataException($"{path}: line {number + 1}: longer than {LongestLine} characters");
                }

                int read = reader.Read(buffer, length, buffer.Length - length);
                isAtEnd = read == 0;
                length += read;
                continue;
            }

            int lineLength = end < 0 ? length : end;
            number++;
            if (!buffer.AsSpan(0, lineLength).IsWhiteSpace())
            {
                yield return PatternLine.TryParse(buffer.AsSpan(0, lineLength), out PatternLine line, out string? error)
                    ? line
                    : throw new InvalidDataException($"{path}: line {number}: {error}");
            }

            int next = Math.Min(lineLength + 1, length);
            buffer.AsSpan(next, length - next).CopyTo(buffer);
            length -= next;
        }
    }

    /// <summary>Writes a file whole, or leaves what was there: it is written beside its place and then moved.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<PatternLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string part = path + ".part";
        using (StreamWriter writer = new(part) { NewLine = "\n" })
        {
            var buffer = new char[PatternLine.MaxLength];
            foreach (PatternLine line in lines)
            {
                line.TryFormat(buffer, out int written);
                writer.WriteLine(buffer, 0, written);
            }
        }

        File.Move(part, path, overwrite: true);
    }
}
