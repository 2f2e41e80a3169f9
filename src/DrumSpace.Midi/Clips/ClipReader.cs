using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Files;
using DrumSpace.Music;

namespace DrumSpace.Midi.Clips;

/// <summary>
/// Reads a MIDI clip as a pattern, by the rules of <see cref="PatternExtractor"/>, with swing where it is clear. Of a longer clip it takes
/// the medoid of its windows: the one with the lowest sum of Hamming distances to the others, the first of equals.
/// </summary>
public static class ClipReader
{
    // The start of a longer file is representative.
    private const int MaxWindows = 256;

    /// <summary>Reads a file's pattern.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">Not a MIDI file, or no drums in 4/4; the message names file and position or reason.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MidiFile.MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Pattern Read(string path, Kit kit) => ReadContent(path, kit).Pattern;

    /// <summary>Reads the pattern of a file in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">As for the other overload.</exception>
    public static Pattern Read(ReadOnlySpan<byte> bytes, string name, Kit kit) => ReadContent(bytes, name, kit).Pattern;

    /// <summary>Reads a file's pattern, its swing and what became of its notes.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">As for <see cref="Read(string, Kit)"/>.</exception>
    /// <exception cref="IOException">As for <see cref="Read(string, Kit)"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ClipContent ReadContent(string path, Kit kit) => ReadContent(BoundedFile.Read(path, MidiFile.MaxBytes), path, kit);

    private static ClipContent ReadContent(ReadOnlySpan<byte> bytes, string name, Kit kit)
    {
        List<Pattern> windows = [];
        PatternExtractor extractor = new(readsSwing: true);
        extractor.Extract(bytes, name, kit, windows);
        return windows.Count > 0
            ? new ClipContent(Medoid(windows), extractor.Swing, extractor.Tally)
            : throw new FormatException($"{name}: there is no drum pattern: {extractor.Absence}.");
    }

    private static Pattern Medoid(List<Pattern> windows)
    {
        Pattern[] candidates = [.. windows.Take(MaxWindows)];
        return candidates.MinBy(candidate => candidates.Sum(other => candidate.DistanceTo(other)));
    }
}
