using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Tells a plugin on which thread it is called. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostThreadCheck
{
    /// <summary>(host) 1 on the main thread.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> IsMainThread;

    /// <summary>(host) 1 on an audio thread.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> IsAudioThread;
}
