using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_entry: the data that a plugin library exports as its entry point.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginEntry
{
    /// <summary>The name of the exported symbol.</summary>
    public const string SymbolName = "clap_entry";

    /// <summary>The CLAP version that the library was built against.</summary>
    public ClapVersion ClapVersion;

    /// <summary>(library path) Initializes the library; must be called first, and may be called again. Returns 0 if unusable.</summary>
    public delegate* unmanaged[Cdecl]<byte*, byte> Init;

    /// <summary>Releases the library; called once for each successful <see cref="Init"/>.</summary>
    public delegate* unmanaged[Cdecl]<void> Deinit;

    /// <summary>(factory id) Any thread: returns a factory such as <see cref="ClapPluginFactory"/>, or null.</summary>
    public delegate* unmanaged[Cdecl]<byte*, void*> GetFactory;
}
