using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>
/// The struct that a VST 2.4 plugin hands to its host: function pointers, counts and flags. Layout as publicly described for 64-bit
/// systems (natural alignment); 192 bytes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct AEffect
{
    /// <summary>The value of <see cref="Magic"/>: 'VstP'.</summary>
    public const int MagicValue = 0x56737450;

    /// <summary>Always <see cref="MagicValue"/>.</summary>
    public int Magic;

    /// <summary>(effect, opcode, index, value, ptr, opt): everything that is not audio or a parameter's value.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> Dispatcher;

    /// <summary>The old accumulating process call; hosts of this century use <see cref="ProcessReplacing"/>.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, float**, float**, int, void> Process;

    /// <summary>Sets a parameter to a value from 0 to 1. Called from any thread, the audio thread included.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, float, void> SetParameter;

    /// <summary>A parameter's value from 0 to 1.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, int, float> GetParameter;

    /// <summary>The number of programs.</summary>
    public int ProgramCount;

    /// <summary>The number of parameters.</summary>
    public int ParameterCount;

    /// <summary>The number of audio inputs.</summary>
    public int InputCount;

    /// <summary>The number of audio outputs.</summary>
    public int OutputCount;

    /// <summary>See <see cref="EffectFlags"/>.</summary>
    public EffectFlags Flags;

    /// <summary>Reserved for the host.</summary>
    public nint Reserved1;

    /// <summary>Reserved for the host.</summary>
    public nint Reserved2;

    /// <summary>Latency in frames.</summary>
    public int InitialDelay;

    /// <summary>Unused since VST 2.4.</summary>
    public int RealQualities;

    /// <summary>Unused since VST 2.4.</summary>
    public int OffQualities;

    /// <summary>Unused since VST 2.4; 1.</summary>
    public float IoRatio;

    /// <summary>The plugin's own pointer.</summary>
    public void* Object;

    /// <summary>The host's own pointer.</summary>
    public void* User;

    /// <summary>Four characters that name the plugin for ever.</summary>
    public int UniqueId;

    /// <summary>The plugin's version.</summary>
    public int Version;

    /// <summary>Renders a block of 32-bit audio.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, float**, float**, int, void> ProcessReplacing;

    /// <summary>Renders a block of 64-bit audio, where the flag says so.</summary>
    public delegate* unmanaged[Cdecl]<AEffect*, double**, double**, int, void> ProcessDoubleReplacing;

    /// <summary>Zeroes.</summary>
    public fixed byte Future[56];
}
