namespace DrumSpace.Host;

/// <summary>A MIDI channel message at a frame of a block.</summary>
/// <param name="Frame">The frame in the block, from 0.</param>
/// <param name="Status">The status byte, channel included.</param>
/// <param name="Data1">The first data byte, 0 to 127.</param>
/// <param name="Data2">The second data byte, 0 to 127; 0 for messages of two bytes.</param>
public readonly record struct ShortMessage(int Frame, byte Status, byte Data1, byte Data2)
{
    /// <summary>Whether this is a note-on with a velocity above 0.</summary>
    public bool IsNoteOn => (Status & 0xF0) == 0x90 && Data2 > 0;

    /// <summary>Whether this is a note-off, or a note-on with velocity 0, which means the same.</summary>
    public bool IsNoteOff => (Status & 0xF0) == 0x80 || ((Status & 0xF0) == 0x90 && Data2 == 0);

    /// <summary>The MIDI channel, 0 to 15.</summary>
    public int Channel => Status & 0x0F;
}
