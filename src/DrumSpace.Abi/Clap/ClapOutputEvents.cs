using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Takes events from the plugin.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapOutputEvents
{
    /// <summary>The host's own pointer.</summary>
    public void* Context;

    /// <summary>(list, event) Copies an event; returns 0 when there is no room. In order of frames.</summary>
    public delegate* unmanaged[Cdecl]<ClapOutputEvents*, ClapEventHeader*, byte> TryPush;
}
