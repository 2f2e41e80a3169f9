using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_descriptor: identifies a plugin. Texts are null-terminated UTF-8; only id and name are mandatory.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginDescriptor
{
    /// <summary>The CLAP version that the plugin was built against.</summary>
    public ClapVersion ClapVersion;

    /// <summary>The unique id by which sessions find the plugin again; must never change.</summary>
    public byte* Id;

    /// <summary>The plugin's name.</summary>
    public byte* Name;

    /// <summary>The vendor's name.</summary>
    public byte* Vendor;

    /// <summary>The plugin's web page.</summary>
    public byte* Url;

    /// <summary>The manual's web page.</summary>
    public byte* ManualUrl;

    /// <summary>The support web page.</summary>
    public byte* SupportUrl;

    /// <summary>The plugin's version as text.</summary>
    public byte* Version;

    /// <summary>A short description.</summary>
    public byte* Description;

    /// <summary>Keywords such as "instrument" or "drum-machine"; a null pointer ends the array.</summary>
    public byte** Features;
}

/// <summary>clap_plugin: an instance of a plugin. Its states are created, initialized, active and processing.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapInstance
{
    /// <summary>The plugin's descriptor.</summary>
    public ClapPluginDescriptor* Descriptor;

    /// <summary>Reserved for the plugin.</summary>
    public void* PluginData;

    /// <summary>(instance) Main thread, first call; may call the host. Returns 0 if the instance must be destroyed.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> Init;

    /// <summary>(instance) Main thread, inactive; last call: frees the instance.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Destroy;

    /// <summary>(instance, sample rate in Hz, min frames, max frames of a block) Main thread, inactive. Returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, double, uint, uint, byte> Activate;

    /// <summary>(instance) Main thread, active but not processing.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Deactivate;

    /// <summary>(instance) Audio thread, active: announces blocks. Returns 0 on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte> StartProcessing;

    /// <summary>(instance) Audio thread, processing: no more blocks follow.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> StopProcessing;

    /// <summary>(instance) Audio thread, active: clears buffers and kills voices; parameters keep their values.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> Reset;

    /// <summary>(instance, block) Audio thread, processing: renders a block.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, ClapProcess*, ClapProcessStatus> Process;

    /// <summary>(instance, extension id) Any thread: the plugin's side of an extension, or null.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, byte*, void*> GetExtension;

    /// <summary>(instance) Main thread: follows a <see cref="ClapHost.RequestCallback"/>.</summary>
    public delegate* unmanaged[Cdecl]<ClapInstance*, void> OnMainThread;
}
