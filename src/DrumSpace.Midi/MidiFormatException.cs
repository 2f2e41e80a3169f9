namespace DrumSpace.Midi;

/// <summary>A MIDI file cannot be read: the file, the byte and the reason.</summary>
/// <param name="file">The file's path or name.</param>
/// <param name="offset">The byte of the file, from 0, at which reading failed.</param>
/// <param name="reason">What is wrong there.</param>
public sealed class MidiFormatException(string file, long offset, string reason)
    : FormatException($"{file}: byte {offset}: {reason}")
{
    /// <summary>The file's path or name.</summary>
    public string File { get; } = file;

    /// <summary>The byte of the file, from 0, at which reading failed.</summary>
    public long Offset { get; } = offset;

    /// <summary>What is wrong there, without file and byte.</summary>
    public string Reason { get; } = reason;
}
