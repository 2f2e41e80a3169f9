using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A plugin's state. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginState
{
    /// <summary>(instance, stream) Writes the state; returns 0 when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapOutputStream*, byte> Save;

    /// <summary>(instance, stream) Takes a state; returns 0 when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapInputStream*, byte> Load;
}
