namespace DrumSpace.Midi;

/// <summary>Meta events, as the Standard MIDI File specification numbers them; files may hold others, 0 to 127.</summary>
public enum MetaType : byte
{
    /// <summary>Two bytes: the sequence's number.</summary>
    SequenceNumber = 0x00,

    /// <summary>Any text.</summary>
    Text = 0x01,

    /// <summary>A copyright notice.</summary>
    Copyright = 0x02,

    /// <summary>The name of the sequence or track.</summary>
    TrackName = 0x03,

    /// <summary>The name of the instrument.</summary>
    InstrumentName = 0x04,

    /// <summary>A syllable of the lyrics.</summary>
    Lyric = 0x05,

    /// <summary>A named position.</summary>
    Marker = 0x06,

    /// <summary>An event on stage or screen.</summary>
    CuePoint = 0x07,

    /// <summary>The end of the track; required, and the last event.</summary>
    EndOfTrack = 0x2F,

    /// <summary>Three bytes: microseconds per quarter note.</summary>
    Tempo = 0x51,

    /// <summary>Five bytes: the SMPTE time at which the track starts.</summary>
    SmpteOffset = 0x54,

    /// <summary>Four bytes: numerator, power of two of the denominator, clocks per click, 32nds per quarter.</summary>
    TimeSignature = 0x58,

    /// <summary>Two bytes: sharps (or minus flats), major or minor.</summary>
    KeySignature = 0x59,

    /// <summary>Data of a manufacturer.</summary>
    SequencerSpecific = 0x7F,
}
