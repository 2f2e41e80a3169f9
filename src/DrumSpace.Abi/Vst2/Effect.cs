using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>The bits of <see cref="AEffect.Flags"/>.</summary>
[Flags]
public enum EffectFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The plugin has a window.</summary>
    HasEditor = 1 << 0,

    /// <summary>The plugin has <see cref="AEffect.ProcessReplacing"/>; all hosts expect it.</summary>
    CanReplacing = 1 << 4,

    /// <summary>The plugin's state is an opaque chunk.</summary>
    ProgramChunks = 1 << 5,

    /// <summary>The plugin is an instrument.</summary>
    IsSynth = 1 << 8,

    /// <summary>Silent input gives silent output.</summary>
    NoSoundInStop = 1 << 9,

    /// <summary>The plugin has <see cref="AEffect.ProcessDoubleReplacing"/>.</summary>
    CanDoubleReplacing = 1 << 12,
}

/// <summary>
/// An instance of a VST 2.4 plugin, as its entry point returns it; 192 bytes. This folder describes the interface in the project's own
/// words, from public descriptions and from what hosts do, one file for each of the headers aeffect.h and aeffectx.h. Layouts are those
/// of 64-bit systems: natural alignment, the C calling convention.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct AEffect
{
    /// <summary>The value of <see cref="Magic"/>: 'VstP'.</summary>
    public const int MagicValue = 0x56737450;

    /// <summary>Always <see cref="MagicValue"/>.</summary>
    public int Magic;

    /// <summary>(effect, <see cref="EffectOpcode"/>, index, value, ptr, opt) All requests but audio and parameter values.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> Dispatcher;

    /// <summary>(effect, inputs, outputs, frames) Adds a block to the outputs; deprecated by <see cref="ProcessReplacing"/>.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, float**, float**, int, void> Process;

    /// <summary>(effect, index, value) Any thread, the audio thread included: sets a parameter to a value from 0 to 1.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, float, void> SetParameter;

    /// <summary>(effect, index) Any thread: a parameter's value from 0 to 1.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, float> GetParameter;

    /// <summary>The number of programs.</summary>
    public int ProgramCount;

    /// <summary>The number of parameters.</summary>
    public int ParameterCount;

    /// <summary>The number of audio inputs.</summary>
    public int InputCount;

    /// <summary>The number of audio outputs.</summary>
    public int OutputCount;

    /// <summary>The plugin's properties.</summary>
    public EffectFlags Flags;

    /// <summary>Reserved for the host.</summary>
    public nint Reserved1;

    /// <summary>Reserved for the host.</summary>
    public nint Reserved2;

    /// <summary>The latency in frames.</summary>
    public int InitialDelay;

    /// <summary>Unused since VST 2.4.</summary>
    public int RealQualities;

    /// <summary>Unused since VST 2.4.</summary>
    public int OffQualities;

    /// <summary>Unused since VST 2.4; 1.</summary>
    public float IoRatio;

    /// <summary>Reserved for the plugin.</summary>
    public void* Object;

    /// <summary>Reserved for the host.</summary>
    public void* User;

    /// <summary>The unique id, usually four characters; must never change.</summary>
    public int UniqueId;

    /// <summary>The plugin's version.</summary>
    public int Version;

    /// <summary>(effect, inputs, outputs, frames) Audio thread: renders a block of 32-bit audio.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, float**, float**, int, void> ProcessReplacing;

    /// <summary>(effect, inputs, outputs, frames) Audio thread: renders a block of 64-bit audio, if supported.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, double**, double**, int, void> ProcessDoubleReplacing;

    /// <summary>Zeros.</summary>
    public fixed byte Future[56];
}

/// <summary>The size of a plugin's window in pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct EditorRectangle
{
    /// <summary>The top edge.</summary>
    public short Top;

    /// <summary>The left edge.</summary>
    public short Left;

    /// <summary>The bottom edge, exclusive.</summary>
    public short Bottom;

    /// <summary>The right edge, exclusive.</summary>
    public short Right;
}

/// <summary>The requests of a host through <see cref="AEffect.Dispatcher"/>, those that aeffectx.h adds included.</summary>
public static class EffectOpcode
{
    /// <summary>First call: the instance may be used.</summary>
    public const int Open = 0;

    /// <summary>Last call: frees the instance.</summary>
    public const int Close = 1;

    /// <summary>value: the program to select.</summary>
    public const int SetProgram = 2;

    /// <summary>Returns the current program.</summary>
    public const int GetProgram = 3;

    /// <summary>ptr: the current program's new name.</summary>
    public const int SetProgramName = 4;

    /// <summary>ptr: receives the current program's name.</summary>
    public const int GetProgramName = 5;

    /// <summary>index: the parameter; ptr: receives its unit.</summary>
    public const int GetParameterLabel = 6;

    /// <summary>index: the parameter; ptr: receives its value as text.</summary>
    public const int GetParameterDisplay = 7;

    /// <summary>index: the parameter; ptr: receives its name.</summary>
    public const int GetParameterName = 8;

    /// <summary>opt: the sample rate in Hz.</summary>
    public const int SetSampleRate = 10;

    /// <summary>value: the largest block in frames. Hosts also send smaller blocks, and sometimes larger ones.</summary>
    public const int SetBlockSize = 11;

    /// <summary>value: 1 to resume, 0 to suspend.</summary>
    public const int MainsChanged = 12;

    /// <summary>ptr: receives a pointer to an <see cref="EditorRectangle"/>.</summary>
    public const int EditorGetRectangle = 13;

    /// <summary>ptr: the parent window.</summary>
    public const int EditorOpen = 14;

    /// <summary>Closes the window.</summary>
    public const int EditorClose = 15;

    /// <summary>Called regularly while the window is open.</summary>
    public const int EditorIdle = 19;

    /// <summary>index: 0 for the bank, 1 for the program; ptr: receives a pointer to the chunk; returns its length in bytes.</summary>
    public const int GetChunk = 23;

    /// <summary>index: 0 for the bank, 1 for the program; value: the length in bytes; ptr: the chunk.</summary>
    public const int SetChunk = 24;

    /// <summary>ptr: the <see cref="VstEvents"/> of the next block.</summary>
    public const int ProcessEvents = 25;

    /// <summary>index: the parameter; returns 1 if it can be automated.</summary>
    public const int CanBeAutomated = 26;

    /// <summary>index: the parameter; ptr: a text to parse, or null to ask for support; returns 1 on success.</summary>
    public const int StringToParameter = 27;

    /// <summary>index: the program; ptr: receives its name.</summary>
    public const int GetProgramNameIndexed = 29;

    /// <summary>Returns an <see cref="EffectCategory"/>.</summary>
    public const int GetCategory = 35;

    /// <summary>value: 1 to bypass.</summary>
    public const int SetBypass = 44;

    /// <summary>ptr: receives the effect's name.</summary>
    public const int GetEffectName = 45;

    /// <summary>ptr: receives the vendor's name.</summary>
    public const int GetVendorString = 47;

    /// <summary>ptr: receives the product's name.</summary>
    public const int GetProductString = 48;

    /// <summary>Returns the version.</summary>
    public const int GetVendorVersion = 49;

    /// <summary>Defined by the vendor.</summary>
    public const int VendorSpecific = 50;

    /// <summary>ptr: the name of a feature; returns 1 for yes, -1 for no, 0 for unknown.</summary>
    public const int CanDo = 51;

    /// <summary>Returns the tail in frames; 1 for none, 0 for unknown.</summary>
    public const int GetTailSize = 52;

    /// <summary>index: the parameter; ptr: a <see cref="VstParameterProperties"/> to fill; returns 1 if supported.</summary>
    public const int GetParameterProperties = 56;

    /// <summary>Returns 2400 for VST 2.4.</summary>
    public const int GetVstVersion = 58;

    /// <summary>Blocks follow.</summary>
    public const int StartProcess = 71;

    /// <summary>No more blocks follow.</summary>
    public const int StopProcess = 72;

    /// <summary>value: 0 for 32-bit audio, 1 for 64-bit audio.</summary>
    public const int SetProcessPrecision = 77;

    /// <summary>Returns the number of MIDI input channels.</summary>
    public const int GetMidiInputChannelCount = 78;

    /// <summary>Returns the number of MIDI output channels.</summary>
    public const int GetMidiOutputChannelCount = 79;
}
