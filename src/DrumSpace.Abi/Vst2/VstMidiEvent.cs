using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>A short MIDI message in a <see cref="VstEvents"/> list; 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct VstMidiEvent
{
    /// <summary>The value of <see cref="Type"/> for a MIDI message.</summary>
    public const int MidiType = 1;

    /// <summary>The value of <see cref="Type"/> for system exclusive data, which has another layout.</summary>
    public const int SysexType = 6;

    /// <summary>The bit of <see cref="Flags"/> for an event that was played live.</summary>
    public const int RealtimeFlag = 1;

    /// <summary>The kind of event.</summary>
    public int Type;

    /// <summary>The size of this struct.</summary>
    public int ByteSize;

    /// <summary>The frame in the block.</summary>
    public int DeltaFrames;

    /// <summary>See <see cref="RealtimeFlag"/>.</summary>
    public int Flags;

    /// <summary>Length in frames where known, else 0.</summary>
    public int NoteLength;

    /// <summary>Offset into the note in frames, else 0.</summary>
    public int NoteOffset;

    /// <summary>One to three bytes of MIDI, then zeroes.</summary>
    public fixed byte Data[4];

    /// <summary>Cents, -64 to 63.</summary>
    public sbyte Detune;

    /// <summary>Note-off velocity.</summary>
    public byte NoteOffVelocity;

    /// <summary>Zero.</summary>
    public byte Reserved1;

    /// <summary>Zero.</summary>
    public byte Reserved2;
}
