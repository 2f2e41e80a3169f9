using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_istream: a state to read.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInputStream
{
    /// <summary>Reserved for the host.</summary>
    public void* Context;

    /// <summary>(stream, buffer, size) Returns the number of bytes read, possibly fewer than size; 0 at the end, -1 on error.</summary>
    public delegate* unmanaged[Cdecl]<ClapInputStream*, void*, ulong, long> Read;
}

/// <summary>clap_ostream: receives a state.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapOutputStream
{
    /// <summary>Reserved for the host.</summary>
    public void* Context;

    /// <summary>(stream, buffer, size) Returns the number of bytes written, possibly fewer than size; -1 on error.</summary>
    public delegate* unmanaged[Cdecl]<ClapOutputStream*, void*, ulong, long> Write;
}
