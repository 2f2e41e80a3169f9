using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_state: saves and restores a plugin's state. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginState
{
    /// <summary>(instance, stream) Writes the state; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapOutputStream*, byte> Save;

    /// <summary>(instance, stream) Reads and applies a state; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapInputStream*, byte> Load;
}
