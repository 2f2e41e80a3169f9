namespace DrumSpace.Midi;

/// <summary>MIDI channels with a fixed meaning, numbered from 0 as in messages.</summary>
public static class MidiChannel
{
    /// <summary>General MIDI's percussion channel, which musicians call channel 10.</summary>
    public const int Drums = 9;
}
