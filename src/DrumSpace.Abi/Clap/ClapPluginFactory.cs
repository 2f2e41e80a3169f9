using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>Lists and makes a library's plugins. Any thread.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ClapPluginFactory
{
    /// <summary>(factory) The number of plugins.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint> GetPluginCount;

    /// <summary>(factory, index) Describes a plugin; null for an index that none has.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint, ClapPluginDescriptor*> GetPluginDescriptor;

    /// <summary>(factory, host, plugin id) Makes an instance, still without a word to the host; null when it cannot.</summary>
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, ClapHost*, byte*, ClapInstance*> CreatePlugin;

    /// <summary>The id by which <see cref="ClapPluginEntry.GetFactory"/> gives this.</summary>
    public static ReadOnlySpan<byte> Id => "clap.plugin-factory"u8;
}
