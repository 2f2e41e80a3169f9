using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_host_thread_check: tells a plugin which thread calls it. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostThreadCheck
{
    /// <summary>(host) Returns 1 on the main thread.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> IsMainThread;

    /// <summary>(host) Returns 1 on an audio thread.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte> IsAudioThread;
}
