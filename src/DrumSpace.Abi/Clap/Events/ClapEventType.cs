namespace DrumSpace.Abi.Clap;

/// <summary>The events that CLAP defines.</summary>
public enum ClapEventType : ushort
{
    /// <summary>A <see cref="ClapEventNote"/>.</summary>
    NoteOn = 0,

    /// <summary>A <see cref="ClapEventNote"/>.</summary>
    NoteOff = 1,

    /// <summary>A <see cref="ClapEventNote"/>: silence at once.</summary>
    NoteChoke = 2,

    /// <summary>A <see cref="ClapEventNote"/>, from the plugin to the host: the voice of a received note is over.</summary>
    NoteEnd = 3,

    /// <summary>Changes a sounding note.</summary>
    NoteExpression = 4,

    /// <summary>A <see cref="ClapEventParam"/> that sets a value.</summary>
    ParamValue = 5,

    /// <summary>A <see cref="ClapEventParam"/> that sets what is added to the value.</summary>
    ParamMod = 6,

    /// <summary>Somebody took hold of a knob.</summary>
    ParamGestureBegin = 7,

    /// <summary>Somebody let go of a knob.</summary>
    ParamGestureEnd = 8,

    /// <summary>A <see cref="ClapEventTransport"/>.</summary>
    Transport = 9,

    /// <summary>A <see cref="ClapEventMidi"/>.</summary>
    Midi = 10,

    /// <summary>A system exclusive message.</summary>
    MidiSysex = 11,

    /// <summary>A packet of MIDI 2.</summary>
    Midi2 = 12,
}
