using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>The requests of a plugin through the host's callback, those of aeffect.h included.</summary>
public static class HostOpcode
{
    /// <summary>index: the parameter; opt: its new value, as the user moved it.</summary>
    public const int Automate = 0;

    /// <summary>Returns the host's VST version: 2400.</summary>
    public const int Version = 1;

    /// <summary>Returns the id of the plugin to create out of a shell.</summary>
    public const int CurrentId = 2;

    /// <summary>Lets the host do its idle work.</summary>
    public const int Idle = 3;

    /// <summary>The plugin wants MIDI; deprecated since VST 2.4, but some hosts still require it.</summary>
    public const int WantMidi = 6;

    /// <summary>value: the <see cref="TimeInfoFlags"/> to fill; returns a <see cref="VstTimeInfo"/>, or null.</summary>
    public const int GetTime = 7;

    /// <summary>ptr: the <see cref="VstEvents"/> that the plugin outputs in this block.</summary>
    public const int ProcessEvents = 8;

    /// <summary>The inputs, the outputs or the latency changed.</summary>
    public const int IoChanged = 13;

    /// <summary>index: the window's new width; value: its new height.</summary>
    public const int SizeWindow = 15;

    /// <summary>Returns the sample rate in Hz.</summary>
    public const int GetSampleRate = 16;

    /// <summary>Returns the largest block in frames.</summary>
    public const int GetBlockSize = 17;

    /// <summary>Returns a <see cref="ProcessLevel"/>.</summary>
    public const int GetCurrentProcessLevel = 23;

    /// <summary>Returns whether automation is read or written.</summary>
    public const int GetAutomationState = 24;

    /// <summary>ptr: receives the host's vendor.</summary>
    public const int GetVendorString = 32;

    /// <summary>ptr: receives the host's name.</summary>
    public const int GetProductString = 33;

    /// <summary>Returns the host's version.</summary>
    public const int GetVendorVersion = 34;

    /// <summary>ptr: the name of a feature; returns 1 for yes.</summary>
    public const int CanDo = 37;

    /// <summary>Returns the host's language; 1 is English.</summary>
    public const int GetLanguage = 38;

    /// <summary>Returns the plugin's folder as a UTF-8 text.</summary>
    public const int GetDirectory = 41;

    /// <summary>Program names or parameter texts changed.</summary>
    public const int UpdateDisplay = 42;

    /// <summary>index: the parameter that the user starts to move.</summary>
    public const int BeginEdit = 43;

    /// <summary>index: the parameter that the user releases.</summary>
    public const int EndEdit = 44;
}

/// <summary>The answers to <see cref="EffectOpcode.GetCategory"/>.</summary>
public static class EffectCategory
{
    /// <summary>Unknown.</summary>
    public const int Unknown = 0;

    /// <summary>An effect.</summary>
    public const int Effect = 1;

    /// <summary>An instrument.</summary>
    public const int Synth = 2;

    /// <summary>A shell that contains several plugins.</summary>
    public const int Shell = 10;
}

/// <summary>The answers to <see cref="HostOpcode.GetCurrentProcessLevel"/>.</summary>
public static class ProcessLevel
{
    /// <summary>Unknown.</summary>
    public const int Unknown = 0;

    /// <summary>The user interface's thread.</summary>
    public const int User = 1;

    /// <summary>The audio thread, in real time.</summary>
    public const int Realtime = 2;

    /// <summary>A thread that renders ahead of real time.</summary>
    public const int Prefetch = 3;

    /// <summary>An offline render.</summary>
    public const int Offline = 4;
}

/// <summary>The head of a list of events; <see cref="EventCount"/> pointers follow at <see cref="HeaderSize"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VstEvents
{
    /// <summary>The offset of the first pointer in bytes.</summary>
    public const int HeaderSize = 16;

    /// <summary>The number of pointers that follow.</summary>
    public int EventCount;

    /// <summary>Zero.</summary>
    public nint Reserved;
}

/// <summary>A MIDI channel message in a <see cref="VstEvents"/> list; 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct VstMidiEvent
{
    /// <summary>The <see cref="Type"/> of a channel message.</summary>
    public const int MidiType = 1;

    /// <summary>The <see cref="Type"/> of a system exclusive message, which has another layout.</summary>
    public const int SysexType = 6;

    /// <summary>The bit of <see cref="Flags"/> of an event that is played live.</summary>
    public const int RealtimeFlag = 1;

    /// <summary>The event's type.</summary>
    public int Type;

    /// <summary>The size of this struct in bytes.</summary>
    public int ByteSize;

    /// <summary>The frame within the block.</summary>
    public int DeltaFrames;

    /// <summary>0 or <see cref="RealtimeFlag"/>.</summary>
    public int Flags;

    /// <summary>The note's length in frames; 0 if unknown.</summary>
    public int NoteLength;

    /// <summary>The offset into the note in frames; 0 if unknown.</summary>
    public int NoteOffset;

    /// <summary>One to three bytes of MIDI, then zeros.</summary>
    public fixed byte Data[4];

    /// <summary>Detuning in cents, -64 to 63.</summary>
    public sbyte Detune;

    /// <summary>The note-off velocity, 0 to 127.</summary>
    public byte NoteOffVelocity;

    /// <summary>Zero.</summary>
    public byte Reserved1;

    /// <summary>Zero.</summary>
    public byte Reserved2;
}

/// <summary>The bits of <see cref="VstTimeInfo.Flags"/>; in <see cref="HostOpcode.GetTime"/>, the fields that a plugin asks for.</summary>
[Flags]
public enum TimeInfoFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The play, cycle or record state changed. Several hosts set it in every block, so it carries no information.</summary>
    TransportChanged = 1,

    /// <summary>The transport is rolling.</summary>
    TransportPlaying = 1 << 1,

    /// <summary>The transport is looping.</summary>
    TransportCycleActive = 1 << 2,

    /// <summary>The transport is recording.</summary>
    TransportRecording = 1 << 3,

    /// <summary>Automation is written.</summary>
    AutomationWriting = 1 << 6,

    /// <summary>Automation is read.</summary>
    AutomationReading = 1 << 7,

    /// <summary><see cref="VstTimeInfo.NanoSeconds"/> is valid.</summary>
    NanosValid = 1 << 8,

    /// <summary><see cref="VstTimeInfo.PpqPos"/> is valid.</summary>
    PpqPosValid = 1 << 9,

    /// <summary><see cref="VstTimeInfo.Tempo"/> is valid.</summary>
    TempoValid = 1 << 10,

    /// <summary><see cref="VstTimeInfo.BarStartPos"/> is valid.</summary>
    BarsValid = 1 << 11,

    /// <summary>The loop's start and end are valid.</summary>
    CyclePosValid = 1 << 12,

    /// <summary>The time signature is valid.</summary>
    TimeSigValid = 1 << 13,

    /// <summary>The SMPTE fields are valid.</summary>
    SmpteValid = 1 << 14,

    /// <summary><see cref="VstTimeInfo.SamplesToNextClock"/> is valid.</summary>
    ClockValid = 1 << 15,
}

/// <summary>The host's song time at the first frame of a block.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VstTimeInfo
{
    /// <summary>The position in frames; always valid.</summary>
    public double SamplePos;

    /// <summary>The sample rate in Hz; always valid.</summary>
    public double SampleRate;

    /// <summary>The system time in nanoseconds.</summary>
    public double NanoSeconds;

    /// <summary>The position in quarter notes.</summary>
    public double PpqPos;

    /// <summary>The tempo in quarter notes per minute.</summary>
    public double Tempo;

    /// <summary>The current bar's start in quarter notes.</summary>
    public double BarStartPos;

    /// <summary>The loop's start in quarter notes.</summary>
    public double CycleStartPos;

    /// <summary>The loop's end in quarter notes.</summary>
    public double CycleEndPos;

    /// <summary>The time signature's numerator.</summary>
    public int TimeSigNumerator;

    /// <summary>The time signature's denominator.</summary>
    public int TimeSigDenominator;

    /// <summary>The SMPTE offset in subframes.</summary>
    public int SmpteOffset;

    /// <summary>The code of the SMPTE frame rate.</summary>
    public int SmpteFrameRate;

    /// <summary>The distance in frames to the nearest MIDI clock, 24 of which make a quarter note.</summary>
    public int SamplesToNextClock;

    /// <summary>The valid fields and the transport's state.</summary>
    public TimeInfoFlags Flags;
}

/// <summary>The bits of <see cref="VstParameterProperties.Flags"/>.</summary>
[Flags]
public enum ParameterFlags
{
    /// <summary>The parameter is a switch.</summary>
    IsSwitch = 1 << 0,

    /// <summary>The integer range is valid.</summary>
    UsesIntegerRange = 1 << 1,

    /// <summary>The float steps are valid.</summary>
    UsesFloatStep = 1 << 2,

    /// <summary>The integer steps are valid.</summary>
    UsesIntegerStep = 1 << 3,

    /// <summary>The display index is valid.</summary>
    HasDisplayIndex = 1 << 4,

    /// <summary>The group is valid.</summary>
    HasCategory = 1 << 5,

    /// <summary>The host may ramp the value.</summary>
    CanRamp = 1 << 6,
}

/// <summary>What a host needs to show the right control for a parameter; 152 bytes, null-terminated texts.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct VstParameterProperties
{
    /// <summary>The size of <see cref="Label"/> in bytes.</summary>
    public const int LabelSize = 64;

    /// <summary>The size of <see cref="ShortLabel"/> in bytes.</summary>
    public const int ShortLabelSize = 8;

    /// <summary>The size of <see cref="CategoryLabel"/> in bytes.</summary>
    public const int CategoryLabelSize = 24;

    /// <summary>The step of the value, which is 0 to 1.</summary>
    public float StepFloat;

    /// <summary>The step for fine adjustment.</summary>
    public float SmallStepFloat;

    /// <summary>The step for coarse adjustment.</summary>
    public float LargeStepFloat;

    /// <summary>The name.</summary>
    public fixed byte Label[LabelSize];

    /// <summary>The valid fields and the parameter's properties.</summary>
    public ParameterFlags Flags;

    /// <summary>The lowest integer that the parameter represents.</summary>
    public int MinInteger;

    /// <summary>The highest integer.</summary>
    public int MaxInteger;

    /// <summary>The step between integers.</summary>
    public int StepInteger;

    /// <summary>The coarse step between integers.</summary>
    public int LargeStepInteger;

    /// <summary>The short name.</summary>
    public fixed byte ShortLabel[ShortLabelSize];

    /// <summary>The position in the display, from 0.</summary>
    public short DisplayIndex;

    /// <summary>The group's number from 1; 0 for none.</summary>
    public short Category;

    /// <summary>The number of parameters in the group.</summary>
    public short CategoryCount;

    /// <summary>Zero.</summary>
    public short Reserved;

    /// <summary>The group's name.</summary>
    public fixed byte CategoryLabel[CategoryLabelSize];

    /// <summary>Zeros.</summary>
    public fixed byte Future[16];
}
