namespace DrumSpace.Midi;

/// <summary>
/// An event of a track, 16 bytes: its time, its status, and its data bytes or the index of its payload in the <see cref="TrackChunk"/>.
/// </summary>
public readonly struct TrackEvent
{
    internal TrackEvent(long ticks, byte status, byte data1, byte data2, int payload)
    {
        Ticks = ticks;
        Status = status;
        Data1 = data1;
        Data2 = data2;
        Payload = payload;
    }

    /// <summary>Ticks from the start of the track.</summary>
    public long Ticks { get; }

    /// <summary>The status byte: 0x80 to 0xEF for channel messages, 0xF0 and 0xF7 for system exclusive, 0xFF for meta events.</summary>
    public byte Status { get; }

    /// <summary>A channel message's first data byte, or a meta event's <see cref="MetaType"/>.</summary>
    public byte Data1 { get; }

    /// <summary>A channel message's second data byte; 0 when it has none.</summary>
    public byte Data2 { get; }

    /// <summary>The index of the payload in its track; -1 for channel messages.</summary>
    internal int Payload { get; }

    /// <summary>Whether this is a note, controller, program, pressure or bend message.</summary>
    public bool IsChannelMessage => Status < 0xF0;

    /// <summary>Whether this is a meta event.</summary>
    public bool IsMeta => Status == 0xFF;

    /// <summary>Whether this is a meta event of a type.</summary>
    public bool Is(MetaType type) => IsMeta && Data1 == (byte)type;

    /// <summary>The channel of a channel message, 0 to 15 (musicians count from 1).</summary>
    public int Channel => Status & 0x0F;

    /// <summary>Whether this starts a note; a velocity of 0 ends one.</summary>
    public bool IsNoteOn => (Status & 0xF0) == 0x90 && Data2 != 0;

    /// <summary>Whether this ends a note, by a note-off or by a note-on of velocity 0.</summary>
    public bool IsNoteOff => (Status & 0xF0) == 0x80 || ((Status & 0xF0) == 0x90 && Data2 == 0);
}
