namespace DrumSpace.Midi;

/// <summary>A MIDI file that cannot be read: which file, at which byte, and what is wrong there.</summary>
public sealed class MidiFormatException : FormatException
{
    /// <summary>Makes the refusal of a file.</summary>
    /// <param name="file">The file's path, or another name a person knows it by.</param>
    /// <param name="offset">The byte of the file, from 0, at which reading failed.</param>
    /// <param name="reason">What is wrong there.</param>
    public MidiFormatException(string file, long offset, string reason)
        : base($"{file}: byte {offset}: {reason}")
    {
        File = file;
        Offset = offset;
        Reason = reason;
    }

    /// <summary>The file's path, or another name a person knows it by.</summary>
    public string File { get; }

    /// <summary>The byte of the file, from 0, at which reading failed.</summary>
    public long Offset { get; }

    /// <summary>What is wrong there, without the file and the place.</summary>
    public string Reason { get; }
}
