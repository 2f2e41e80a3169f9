namespace DrumSpace.Midi;

/// <summary>A MIDI file cannot be read: the file, the byte and the reason.</summary>
public sealed class MidiFormatException : FormatException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="file">The file's path or name.</param>
    /// <param name="offset">The byte of the file, from 0, at which reading failed.</param>
    /// <param name="reason">What is wrong there.</param>
    public MidiFormatException(string file, long offset, string reason)
        : base($"{file}: byte {offset}: {reason}")
    {
        File = file;
        Offset = offset;
        Reason = reason;
    }

    /// <summary>The file's path or name.</summary>
    public string File { get; }

    /// <summary>The byte of the file, from 0, at which reading failed.</summary>
    public long Offset { get; }

    /// <summary>What is wrong there, without file and byte.</summary>
    public string Reason { get; }
}
