namespace DrumSpace.Plugin.Input;

/// <summary>Status bytes of MIDI channel messages without their channel.</summary>
internal static class MidiStatus
{
    /// <summary>Note off.</summary>
    public const int NoteOff = 0x80;

    /// <summary>Note on; a note off if the velocity is 0.</summary>
    public const int NoteOn = 0x90;

    /// <summary>Control change.</summary>
    public const int Controller = 0xB0;

    /// <summary>Program change.</summary>
    public const int Program = 0xC0;

    /// <summary>The first status byte of the system messages.</summary>
    public const int System = 0xF0;

    /// <summary>Strips the channel.</summary>
    /// <param name="status">A status byte of a channel message.</param>
    public static int Of(byte status) => status & 0xF0;
}
