namespace DrumSpace.Host.Live;

/// <summary>What a device of a <see cref="LiveDriver"/> does.</summary>
public enum LiveDeviceKind
{
    /// <summary>It plays audio.</summary>
    AudioOutput,

    /// <summary>It records audio.</summary>
    AudioInput,

    /// <summary>It takes MIDI from the host.</summary>
    MidiOutput,

    /// <summary>It sends MIDI to the host.</summary>
    MidiInput,
}
