using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>What a host can do with note ports. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostNotePorts
{
    /// <summary>(host) The dialects that the host understands.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapNoteDialects> SupportedDialects;

    /// <summary>(host, flags) The ports have changed: 1 all of them, 2 their names.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, void> Rescan;
}
