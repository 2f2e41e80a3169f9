using DrumSpace.Midi.Files;

namespace DrumSpace.Midi.Corpus;

/// <summary>Text files, read line by line in bounded memory and written atomically.</summary>
internal static class TsvLines
{
    // Far above any line of masks and latents; a file without line breaks must not fill the memory.
    private const int MaxLineLength = 4096;

    /// <summary>Reads a file lazily, line by line; empty lines are skipped. A line is valid until the next is read.</summary>
    /// <exception cref="InvalidDataException">A line is too long; the message names file and line.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static IEnumerable<(int Number, ReadOnlyMemory<char> Line)> Read(string path)
    {
        using StreamReader reader = new(BoundedFile.Open(path));
        var buffer = new char[MaxLineLength];
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
                    throw new InvalidDataException($"{path}: line {number + 1}: longer than {MaxLineLength} characters");
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
                yield return (number, buffer.AsMemory(0, lineLength));
            }

            int next = Math.Min(lineLength + 1, length);
            buffer.AsSpan(next, length - next).CopyTo(buffer);
            length -= next;
        }
    }

    /// <summary>Writes a file atomically.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<string> lines)
    {
        using AtomicFile file = new(path);
        using (StreamWriter writer = new(file.Stream, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" })
        {
            foreach (string line in lines)
            {
                writer.WriteLine(line);
            }
        }

        file.Commit();
    }
}
