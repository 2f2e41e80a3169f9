using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The event types of <see cref="ClapEventHeader.CoreSpace"/>.</summary>
public enum ClapEventType : ushort
{
    /// <summary><see cref="ClapEventNote"/>: a key is pressed; velocity 0 is a note-on too.</summary>
    NoteOn = 0,

    /// <summary><see cref="ClapEventNote"/>: a key is released.</summary>
    NoteOff = 1,

    /// <summary><see cref="ClapEventNote"/>: voices are silenced at once.</summary>
    NoteChoke = 2,

    /// <summary><see cref="ClapEventNote"/>, from plugin to host: the voice of a received note has ended.</summary>
    NoteEnd = 3,

    /// <summary>Modifies sounding voices.</summary>
    NoteExpression = 4,

    /// <summary><see cref="ClapEventParam"/>: sets a parameter's value.</summary>
    ParamValue = 5,

    /// <summary><see cref="ClapEventParam"/>: sets the modulation that is added to a parameter's value.</summary>
    ParamMod = 6,

    /// <summary><see cref="ClapEventParamGesture"/>: the user starts to move a parameter.</summary>
    ParamGestureBegin = 7,

    /// <summary><see cref="ClapEventParamGesture"/>: the user releases a parameter.</summary>
    ParamGestureEnd = 8,

    /// <summary><see cref="ClapEventTransport"/>: the song time within a block.</summary>
    Transport = 9,

    /// <summary><see cref="ClapEventMidi"/>: a channel message.</summary>
    Midi = 10,

    /// <summary>A system exclusive message.</summary>
    MidiSysex = 11,

    /// <summary>A MIDI 2 packet.</summary>
    Midi2 = 12,
}

/// <summary>clap_event_flags.</summary>
[Flags]
public enum ClapEventFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The user plays or moves this now.</summary>
    IsLive = 1 << 0,

    /// <summary>Do not record this, because its cause is recorded, for example a controller that moves a parameter.</summary>
    DontRecord = 1 << 1,
}

/// <summary>clap_event_header: the start of every event.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventHeader
{
    /// <summary>The <see cref="Space"/> of the events that CLAP itself defines.</summary>
    public const ushort CoreSpace = 0;

    /// <summary>The event's size in bytes, header included.</summary>
    public uint Size;

    /// <summary>The frame within the block.</summary>
    public uint Time;

    /// <summary>Who defines <see cref="Type"/>.</summary>
    public ushort Space;

    /// <summary>The type within <see cref="Space"/>.</summary>
    public ClapEventType Type;

    /// <summary>How the event came about.</summary>
    public ClapEventFlags Flags;
}

/// <summary>clap_event_note: a note event. In a note's address (id, port, channel, key), -1 matches any value.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventNote
{
    /// <summary>A header of one of the four note types.</summary>
    public ClapEventHeader Header;

    /// <summary>The id that the host gave to the note, or -1.</summary>
    public int NoteId;

    /// <summary>The index of the note port.</summary>
    public short Port;

    /// <summary>The channel, 0 to 15.</summary>
    public short Channel;

    /// <summary>The key, 0 to 127; 60 is middle C.</summary>
    public short Key;

    /// <summary>The velocity, 0 to 1.</summary>
    public double Velocity;
}

/// <summary>clap_event_param_value and clap_event_param_mod, which share a layout. In the address, -1 matches any value.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapEventParam
{
    /// <summary>A header of type <see cref="ClapEventType.ParamValue"/> or <see cref="ClapEventType.ParamMod"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The id of the parameter.</summary>
    public uint ParamId;

    /// <summary>The parameter's <see cref="ClapParamInfo.Cookie"/>, or null.</summary>
    public void* Cookie;

    /// <summary>The note that is addressed, or -1.</summary>
    public int NoteId;

    /// <summary>The note port that is addressed, or -1.</summary>
    public short Port;

    /// <summary>The channel that is addressed, or -1.</summary>
    public short Channel;

    /// <summary>The key that is addressed, or -1.</summary>
    public short Key;

    /// <summary>The value in the parameter's own range, or the amount that is added to it.</summary>
    public double Value;
}

/// <summary>clap_event_param_gesture: the user starts to move a parameter, or releases it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventParamGesture
{
    /// <summary>A header of type <see cref="ClapEventType.ParamGestureBegin"/> or <see cref="ClapEventType.ParamGestureEnd"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The id of the parameter.</summary>
    public uint ParamId;
}

/// <summary>clap_transport_flags: the valid fields of a <see cref="ClapEventTransport"/> and the transport's state.</summary>
[Flags]
public enum ClapTransportFlags : uint
{
    /// <summary>Stopped, and no field is valid.</summary>
    None = 0,

    /// <summary>The tempo is valid.</summary>
    HasTempo = 1 << 0,

    /// <summary>Positions in beats are valid.</summary>
    HasBeats = 1 << 1,

    /// <summary>Positions in seconds are valid.</summary>
    HasSeconds = 1 << 2,

    /// <summary>The time signature is valid.</summary>
    HasTimeSignature = 1 << 3,

    /// <summary>The transport is rolling.</summary>
    IsPlaying = 1 << 4,

    /// <summary>The transport is recording.</summary>
    IsRecording = 1 << 5,

    /// <summary>The transport is looping.</summary>
    IsLoopActive = 1 << 6,

    /// <summary>The transport is in the pre-roll before a recording.</summary>
    IsWithinPreRoll = 1 << 7,
}

/// <summary>clap_event_transport: the host's song time. A beat is a quarter note; positions are fixed-point numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventTransport
{
    /// <summary>One beat or one second as a fixed-point number.</summary>
    public const double Unit = 1L << 31;

    /// <summary>A header of type <see cref="ClapEventType.Transport"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The valid fields and the transport's state.</summary>
    public ClapTransportFlags Flags;

    /// <summary>The position in beats, times <see cref="Unit"/>.</summary>
    public long SongPositionBeats;

    /// <summary>The position in seconds, times <see cref="Unit"/>.</summary>
    public long SongPositionSeconds;

    /// <summary>The tempo in beats per minute.</summary>
    public double Tempo;

    /// <summary>The change of the tempo per frame, until the next transport event.</summary>
    public double TempoIncrement;

    /// <summary>The loop's start in beats, times <see cref="Unit"/>.</summary>
    public long LoopStartBeats;

    /// <summary>The loop's end in beats, times <see cref="Unit"/>.</summary>
    public long LoopEndBeats;

    /// <summary>The loop's start in seconds, times <see cref="Unit"/>.</summary>
    public long LoopStartSeconds;

    /// <summary>The loop's end in seconds, times <see cref="Unit"/>.</summary>
    public long LoopEndSeconds;

    /// <summary>The current bar's start in beats, times <see cref="Unit"/>.</summary>
    public long BarStart;

    /// <summary>The current bar's number; the bar at position 0 has number 0.</summary>
    public int BarNumber;

    /// <summary>The time signature's numerator.</summary>
    public ushort TimeSignatureNumerator;

    /// <summary>The time signature's denominator.</summary>
    public ushort TimeSignatureDenominator;
}

/// <summary>clap_event_midi: a channel message.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapEventMidi
{
    /// <summary>A header of type <see cref="ClapEventType.Midi"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>The index of the note port.</summary>
    public ushort Port;

    /// <summary>The status byte and up to two data bytes.</summary>
    public fixed byte Data[3];
}

/// <summary>clap_input_events: the events for the plugin, in order of time.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInputEvents
{
    /// <summary>Reserved for the host.</summary>
    public void* Context;

    /// <summary>(list) The number of events.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint> Size;

    /// <summary>(list, index) An event, which stays the list's.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint, ClapEventHeader*> Get;
}

/// <summary>clap_output_events: receives the plugin's events, in order of time.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapOutputEvents
{
    /// <summary>Reserved for the host.</summary>
    public void* Context;

    /// <summary>(list, event) Copies an event; returns 0 if the list is full.</summary>
    public delegate* unmanaged[Cdecl]<ClapOutputEvents*, ClapEventHeader*, byte> TryPush;
}
