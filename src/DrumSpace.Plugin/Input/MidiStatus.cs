using DrumSpace.Engine;

namespace DrumSpace.Plugin.Input;

/// <summary>Status bytes of MIDI channel messages without their channel.</summary>
internal static class MidiStatus
{
    /// <summary>Note off.</summary>
    public const int NoteOff = 0x80;

    /// <summary>Note on; a note off if the velocity is 0.</summary>
    public const int NoteOn = 0x90;

    /// <summary>The pressure of a key.</summary>
    public const int KeyPressure = 0xA0;

    /// <summary>Control change.</summary>
    public const int Controller = 0xB0;

    /// <summary>Program change.</summary>
    public const int Program = 0xC0;

    /// <summary>The pressure of a channel.</summary>
    public const int ChannelPressure = 0xD0;

    /// <summary>The pitch wheel.</summary>
    public const int PitchBend = 0xE0;

    /// <summary>The first status byte of the system messages.</summary>
    public const int System = 0xF0;

    /// <summary>Strips the channel.</summary>
    /// <param name="status">A status byte of a channel message.</param>
    public static int Of(byte status) => status & 0xF0;

    /// <summary>Whether a message is the beginning or the end of a note.</summary>
    /// <param name="status">Its status byte.</param>
    public static bool IsNote(byte status) => Of(status) is NoteOff or NoteOn;

    /// <summary>Whether a message ends a note.</summary>
    /// <param name="midi">The message.</param>
    public static bool IsNoteOff(in MidiEvent midi) => Of(midi.Status) == NoteOff || (Of(midi.Status) == NoteOn && midi.Data2 == 0);
}
