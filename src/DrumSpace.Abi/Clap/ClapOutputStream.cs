using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Takes a state.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapOutputStream
{
    /// <summary>The host's own pointer.</summary>
    public void* Context;

    /// <summary>(stream, buffer, size) Returns the bytes written, which may be fewer; -1 for an error.</summary>
    public delegate* unmanaged[Cdecl]<ClapOutputStream*, void*, ulong, long> Write;
}
