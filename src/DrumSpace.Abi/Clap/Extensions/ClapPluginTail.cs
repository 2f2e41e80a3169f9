using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>How long a plugin sounds on.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginTail
{
    /// <summary>(instance) Main or audio thread: frames; above 2147483647 is for ever.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint> Get;
}
