namespace DrumSpace.Host.Live;

/// <summary>Who decides over the song time.</summary>
public enum SyncSource
{
    /// <summary>The host's own transport.</summary>
    Own,

    /// <summary>The device's transport (JACK): starts, stops and jumps are passed on to it, and followed when it makes them.</summary>
    Device,

    /// <summary>MIDI clock at the MIDI input.</summary>
    MidiClock,
}
