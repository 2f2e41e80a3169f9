using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>How blocks follow each other. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginRender
{
    /// <summary>(instance) Returns 1 when the plugin can only keep the clock's pace.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> HasHardRealtimeRequirement;

    /// <summary>(instance, mode) Returns 1 when the plugin took the mode.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapRenderMode, byte> Set;
}
