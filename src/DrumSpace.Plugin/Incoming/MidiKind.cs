namespace DrumSpace.Plugin.Incoming;

/// <summary>The kinds of MIDI channel messages: the upper half of their status bytes.</summary>
internal static class MidiKind
{
    /// <summary>A key is let go.</summary>
    public const int NoteOff = 0x80;

    /// <summary>A key is struck; with velocity 0, let go.</summary>
    public const int NoteOn = 0x90;

    /// <summary>A controller moves.</summary>
    public const int Controller = 0xB0;

    /// <summary>A program is chosen.</summary>
    public const int Program = 0xC0;

    /// <summary>The first status byte behind the channel messages.</summary>
    public const int System = 0xF0;

    /// <summary>The kind of a status byte.</summary>
    /// <param name="status">The byte.</param>
    public static int Of(byte status) => status & 0xF0;
}
