using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_render_mode.</summary>
public enum ClapRenderMode
{
    /// <summary>Blocks must be done in real time.</summary>
    RealTime = 0,

    /// <summary>Blocks may take their time.</summary>
    Offline = 1,
}

/// <summary>clap_plugin_render: sets the render mode. Main thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginRender
{
    /// <summary>(instance) Returns 1 if the plugin can only process in real time, for example because it drives hardware.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> HasHardRealtimeRequirement;

    /// <summary>(instance, mode) Returns 1 if the plugin applied the mode.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapRenderMode, byte> Set;
}
