using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>Event::EventTypes.</summary>
public enum Vst3EventType : ushort
{
    /// <summary><see cref="Vst3NoteOn"/>.</summary>
    NoteOn = 0,

    /// <summary><see cref="Vst3NoteOff"/>.</summary>
    NoteOff = 1,

    /// <summary><see cref="Vst3DataEvent"/>.</summary>
    Data = 2,

    /// <summary><see cref="Vst3PolyPressure"/>.</summary>
    PolyPressure = 3,

    /// <summary>An expression of a note.</summary>
    NoteExpressionValue = 4,

    /// <summary>A text of a note.</summary>
    NoteExpressionText = 5,

    /// <summary>A chord.</summary>
    Chord = 6,

    /// <summary>A scale.</summary>
    Scale = 7,

    /// <summary>An expression of a note as a whole number.</summary>
    NoteExpressionIntValue = 8,

    /// <summary><see cref="Vst3LegacyMidiCCOut"/>, from plugin to host alone.</summary>
    LegacyMidiCCOut = 65535,
}

/// <summary>Event::EventFlags.</summary>
[Flags]
public enum Vst3EventFlags : ushort
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The user plays this now.</summary>
    IsLive = 1 << 0,
}

/// <summary>NoteOnEvent: a key is pressed.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3NoteOn
{
    /// <summary>The channel, from 0.</summary>
    public short Channel;

    /// <summary>The key, as MIDI numbers them.</summary>
    public short Pitch;

    /// <summary>How far it is out of tune, in cents.</summary>
    public float Tuning;

    /// <summary>The velocity, 0 to 1.</summary>
    public float Velocity;

    /// <summary>The note's length in frames, if it is known; else 0. Its end comes all the same.</summary>
    public int Length;

    /// <summary>The note's id; -1 for none.</summary>
    public int NoteId;
}

/// <summary>NoteOffEvent: a key is released.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3NoteOff
{
    /// <summary>The channel, from 0.</summary>
    public short Channel;

    /// <summary>The key, as MIDI numbers them.</summary>
    public short Pitch;

    /// <summary>The velocity, 0 to 1.</summary>
    public float Velocity;

    /// <summary>The note's id; -1 for none.</summary>
    public int NoteId;

    /// <summary>How far it is out of tune, in cents.</summary>
    public float Tuning;
}

/// <summary>DataEvent: bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3DataEvent
{
    /// <summary>A <see cref="Type"/>: a system exclusive message.</summary>
    public const uint MidiSysEx = 0;

    /// <summary>The number of bytes.</summary>
    public uint Size;

    /// <summary>What they are.</summary>
    public uint Type;

    /// <summary>The bytes.</summary>
    public byte* Bytes;
}

/// <summary>PolyPressureEvent: the pressure of a key.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3PolyPressure
{
    /// <summary>The channel, from 0.</summary>
    public short Channel;

    /// <summary>The key, as MIDI numbers them.</summary>
    public short Pitch;

    /// <summary>The pressure, 0 to 1.</summary>
    public float Pressure;

    /// <summary>The note's id; -1 for none.</summary>
    public int NoteId;
}

/// <summary>LegacyMIDICCOutEvent: a message of MIDI that is no note, from plugin to host.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3LegacyMidiCCOut
{
    /// <summary>The controller, or what <see cref="Vst3Controller"/> names.</summary>
    public byte ControlNumber;

    /// <summary>The channel, from 0.</summary>
    public byte Channel;

    /// <summary>The first data byte that the controller's number does not say; of the pitch wheel the lower 7 bits.</summary>
    public byte Value;

    /// <summary>The second one: of the pitch wheel the upper 7 bits, of the pressure of a key its pressure.</summary>
    public byte Value2;
}

/// <summary>Event: something that happens at a frame. The type says which of the last fields counts.</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
public struct Vst3Event
{
    /// <summary>The event bus.</summary>
    [FieldOffset(0)]
    public int BusIndex;

    /// <summary>The frame within the block.</summary>
    [FieldOffset(4)]
    public int SampleOffset;

    /// <summary>The position in quarters.</summary>
    [FieldOffset(8)]
    public double PpqPosition;

    /// <summary>More about it.</summary>
    [FieldOffset(16)]
    public Vst3EventFlags Flags;

    /// <summary>The type.</summary>
    [FieldOffset(18)]
    public Vst3EventType Type;

    /// <summary>A key is pressed.</summary>
    [FieldOffset(24)]
    public Vst3NoteOn NoteOn;

    /// <summary>A key is released.</summary>
    [FieldOffset(24)]
    public Vst3NoteOff NoteOff;

    /// <summary>Bytes.</summary>
    [FieldOffset(24)]
    public Vst3DataEvent Data;

    /// <summary>The pressure of a key.</summary>
    [FieldOffset(24)]
    public Vst3PolyPressure PolyPressure;

    /// <summary>A message of MIDI that is no note.</summary>
    [FieldOffset(24)]
    public Vst3LegacyMidiCCOut MidiCCOut;
}

/// <summary>IEventList: the events of a block, in order of time. Audio thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EventList
{
    /// <summary>The id of IEventList.</summary>
    public static readonly Vst3Id Id = new(0x3A2C4214, 0x346349FE, 0xB2C4F397, 0xB9695A44);

    /// <summary>The functions.</summary>
    public Vst3EventListVtbl* Vtbl;
}

/// <summary>The functions of <see cref="Vst3EventList"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Vst3EventListVtbl
{
    /// <summary>The functions that this interface extends.</summary>
    public Vst3UnknownVtbl Unknown;

    /// <summary>(list) The number of events.</summary>
    public delegate* unmanaged[Cdecl]<void*, int> GetEventCount;

    /// <summary>(list, index, event) Receives an event.</summary>
    public delegate* unmanaged[Cdecl]<void*, int, Vst3Event*, int> GetEvent;

    /// <summary>(list, event) Adds a copy of an event.</summary>
    public delegate* unmanaged[Cdecl]<void*, Vst3Event*, int> AddEvent;
}
