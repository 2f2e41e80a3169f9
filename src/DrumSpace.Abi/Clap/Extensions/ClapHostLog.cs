using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>The host's log. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostLog
{
    /// <summary>(host, severity, text)</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, ClapLogSeverity, byte*, void> Log;
}
