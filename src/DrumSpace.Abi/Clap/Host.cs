using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_host: the host as an instance sees it. Texts are null-terminated UTF-8.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHost
{
    /// <summary>The CLAP version that the host was built against.</summary>
    public ClapVersion ClapVersion;

    /// <summary>Reserved for the host.</summary>
    public void* HostData;

    /// <summary>The host's name.</summary>
    public byte* Name;

    /// <summary>The host's vendor; may be null.</summary>
    public byte* Vendor;

    /// <summary>The host's web page; may be null.</summary>
    public byte* Url;

    /// <summary>The host's version as text.</summary>
    public byte* Version;

    /// <summary>(host, extension id) Any thread, from the plugin's init on: the host's side of an extension, or null.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte*, void*> GetExtension;

    /// <summary>(host) Any thread: requests deactivation and reactivation.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestRestart;

    /// <summary>(host) Any thread: requests activation and processing.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestProcess;

    /// <summary>(host) Any thread: requests a call of <see cref="ClapInstance.OnMainThread"/>.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestCallback;
}
