using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A plugin's audio ports. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginAudioPorts
{
    /// <summary>(instance, 1 for inputs) How many there are.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte, uint> Count;

    /// <summary>(instance, index, 1 for inputs, info) Describes a port; returns 0 for an index that none has.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, byte, ClapAudioPortInfo*, byte> Get;
}
