using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Events for the plugin, in order of frames.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInputEvents
{
    /// <summary>The host's own pointer.</summary>
    public void* Context;

    /// <summary>(list) How many there are.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint> Size;

    /// <summary>(list, index) An event; its header says what it is and how long.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint, ClapEventHeader*> Get;
}
