using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>
/// clap_version: a version of CLAP. This folder mirrors the public headers at github.com/free-audio/clap (MIT), version 1.2, one file a
/// header. Layouts are those of 64-bit systems: natural alignment, a C bool in one byte, the C calling convention. The summary of a
/// function lists its arguments in parentheses, then the thread that must call it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapVersion
{
    /// <summary>Major version; 0 was the draft stage, which has no stable layouts.</summary>
    public uint Major;

    /// <summary>Minor version; increases with additions.</summary>
    public uint Minor;

    /// <summary>Revision; increases with corrections.</summary>
    public uint Revision;

    /// <summary>The version that these layouts follow: 1.2.0.</summary>
    public static ClapVersion Current => new() { Major = 1, Minor = 2 };
}
