namespace DrumSpace.Midi;

/// <summary>The three formats of a Standard MIDI File, as the header numbers them.</summary>
public enum MidiFileFormat
{
    /// <summary>Format 0: one track with everything.</summary>
    SingleTrack = 0,

    /// <summary>Format 1: tracks that play together; tempo and time signatures belong to all of them.</summary>
    MultiTrack = 1,

    /// <summary>Format 2: tracks that are pieces of their own, each with its tempo and time signatures.</summary>
    MultiSequence = 2,
}
