using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_latency: a plugin's latency.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginLatency
{
    /// <summary>(instance) Main thread, active: the latency in frames.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Get;
}
