using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_tail: how long a plugin sounds after its input has ended.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginTail
{
    /// <summary>(instance) Main or audio thread: the tail in frames; from 2147483647 on it is infinite.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Get;
}
