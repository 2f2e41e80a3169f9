using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>
/// An instance of a plugin: the struct that the public interface names clap_plugin. States: made, initialized, active, processing.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInstance
{
    /// <summary>What it is.</summary>
    public ClapPluginDescriptor* Descriptor;

    /// <summary>The plugin's own pointer.</summary>
    public void* PluginData;

    /// <summary>Main thread, first call: from here on the host answers. Returns 0 when the instance must be destroyed.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> Init;

    /// <summary>Main thread, not active: last call.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Destroy;

    /// <summary>(frames a second, shortest block, longest block) Main thread, not active: makes ready. Returns 0 when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, double, uint, uint, byte> Activate;

    /// <summary>Main thread, active but not processing.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Deactivate;

    /// <summary>Audio thread, active: blocks follow. Returns 0 when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> StartProcessing;

    /// <summary>Audio thread, processing: no blocks follow.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> StopProcessing;

    /// <summary>Audio thread, active: forgets all that sounds; parameters stay.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Reset;

    /// <summary>Audio thread, processing: a block. Returns a <see cref="ClapProcessStatus"/>.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapProcess*, ClapProcessStatus> Process;

    /// <summary>(extension id) Any thread: the plugin's side of an extension, or null.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte*, void*> GetExtension;

    /// <summary>Main thread: the answer to <see cref="ClapHost.RequestCallback"/>.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> OnMainThread;
}
