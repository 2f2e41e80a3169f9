namespace DrumSpace.Midi;

/// <summary>The three formats of a Standard MIDI File, as the header numbers them.</summary>
public enum MidiFileFormat
{
    /// <summary>Format 0: a single track.</summary>
    SingleTrack = 0,

    /// <summary>Format 1: simultaneous tracks with a common tempo map.</summary>
    MultiTrack = 1,

    /// <summary>Format 2: independent tracks, each with its own tempo map.</summary>
    MultiSequence = 2,
}
