using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>clap_plugin_factory: lists and creates the plugins of a library. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginFactory
{
    /// <summary>(factory) The number of plugins.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint> GetPluginCount;

    /// <summary>(factory, index) The descriptor of a plugin; null if the index is out of range.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint, ClapPluginDescriptor*> GetPluginDescriptor;

    /// <summary>(factory, host, plugin id) Creates an instance, which must not call the host yet; null on failure.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, ClapHost*, byte*, ClapInstance*> CreatePlugin;

    /// <summary>The id for <see cref="ClapPluginEntry.GetFactory"/>; null-terminated in memory.</summary>
    public static ReadOnlySpan<byte> Id => "clap.plugin-factory"u8;
}
