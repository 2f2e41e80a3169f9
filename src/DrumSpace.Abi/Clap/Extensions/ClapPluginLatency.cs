using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A plugin's latency.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginLatency
{
    /// <summary>(instance) Main thread: frames.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Get;
}
