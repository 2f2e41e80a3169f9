using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>
/// A version of CLAP (CLever Audio Plugin). The layouts of this folder are those of the public interface at
/// github.com/free-audio/clap, version 1.2, on 64-bit systems: natural alignment, a C bool in one byte, the C calling convention.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapVersion
{
    /// <summary>Versions below 1 were drafts and are not compatible.</summary>
    public uint Major;

    /// <summary>Grows with additions.</summary>
    public uint Minor;

    /// <summary>Grows with corrections.</summary>
    public uint Revision;

    /// <summary>The version that these layouts follow: 1.2.0.</summary>
    public static ClapVersion Current => new() { Major = 1, Minor = 2 };
}
