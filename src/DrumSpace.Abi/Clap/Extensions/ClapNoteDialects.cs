namespace DrumSpace.Abi.Clap;

/// <summary>The ways in which notes are told.</summary>
[Flags]
public enum ClapNoteDialects : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>By <see cref="ClapEventNote"/>.</summary>
    Clap = 1 << 0,

    /// <summary>By <see cref="ClapEventMidi"/>.</summary>
    Midi = 1 << 1,

    /// <summary>By <see cref="ClapEventMidi"/>, a channel a note.</summary>
    MidiMpe = 1 << 2,

    /// <summary>By packets of MIDI 2.</summary>
    Midi2 = 1 << 3,
}
