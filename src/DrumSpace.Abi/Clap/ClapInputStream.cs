using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A state to read.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInputStream
{
    /// <summary>The host's own pointer.</summary>
    public void* Context;

    /// <summary>(stream, buffer, size) Returns the bytes read, which may be fewer; 0 at the end, -1 for an error.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputStream*, void*, ulong, long> Read;
}
