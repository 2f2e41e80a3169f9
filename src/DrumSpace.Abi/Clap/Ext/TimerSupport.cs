using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_timer_support: receives the host's timers. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginTimerSupport
{
    /// <summary>(instance, timer) A timer is due.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, uint, void> OnTimer;
}

/// <summary>clap_host_timer_support: periodic calls on the main thread. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHostTimerSupport
{
    /// <summary>(host, period in milliseconds, timer) Starts a timer and receives its id; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, uint*, byte> RegisterTimer;

    /// <summary>(host, timer) Ends a timer; returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, byte> UnregisterTimer;
}
