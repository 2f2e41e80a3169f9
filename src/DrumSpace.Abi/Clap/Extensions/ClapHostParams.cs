using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>What a plugin tells its host of its parameters.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostParams
{
    /// <summary>(host, <see cref="ClapParamRescan"/>) Main thread: what the host knows has changed.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapParamRescan, void> Rescan;

    /// <summary>(host, id, flags) Main thread: forget what refers to a parameter: 1 all, 2 automation, 4 modulation.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, uint, void> Clear;

    /// <summary>Any thread but the audio thread: asks for a flush, or a block.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestFlush;
}
