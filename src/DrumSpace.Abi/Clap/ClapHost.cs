using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A host as a plugin sees it. Texts are UTF-8 with a closing zero.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapHost
{
    /// <summary>The version that the host was made for.</summary>
    public ClapVersion ClapVersion;

    /// <summary>The host's own pointer.</summary>
    public void* HostData;

    /// <summary>The host's name.</summary>
    public byte* Name;

    /// <summary>Its vendor; may be null.</summary>
    public byte* Vendor;

    /// <summary>Its page; may be null.</summary>
    public byte* Url;

    /// <summary>Its version as text.</summary>
    public byte* Version;

    /// <summary>(extension id) Any thread: the host's side of an extension, or null. Not before the plugin's init.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, byte*, void*> GetExtension;

    /// <summary>Any thread: asks to be deactivated and activated again.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestRestart;

    /// <summary>Any thread: asks to be processed.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestProcess;

    /// <summary>Any thread: asks for a call of <see cref="ClapInstance.OnMainThread"/>.</summary>
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestCallback;
}
